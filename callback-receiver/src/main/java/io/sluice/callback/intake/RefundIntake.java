package io.sluice.callback.intake;

import io.sluice.callback.intake.model.Judged;
import io.sluice.core.channel.CallbackReading.OfModification;
import io.sluice.core.id.RefundId;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.refund.RefundConclusions;
import io.sluice.core.refund.RefundStore;
import io.sluice.core.refund.model.Refund;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Concludes the refund that a callback is about. */
final class RefundIntake {

    private final RefundStore refunds;
    private final RefundConclusions conclusions;

    RefundIntake(RefundStore refunds, RefundConclusions conclusions) {
        this.refunds = refunds;
        this.conclusions = conclusions;
    }

    Mono<Judged> conclude(MerchantChannelAccount account, OfModification callback) {
        return Mono.justOrEmpty(refundOf(callback.number()))
                .flatMap(id -> refunds.find(account.merchantId(), id))
                .filter(refund -> wentThrough(account, refund, callback))
                .flatMap(refund -> conclusions.conclude(refund, callback.outcome()))
                .map(concluded ->
                        Judged.refund(callback.callbackId(), concluded.refund().paymentId(), concluded.conclusion()))
                .defaultIfEmpty(Judged.unknownOrder(callback.callbackId(), callback.number()));
    }

    private static Optional<RefundId> refundOf(String number) {
        try {
            return Optional.of(RefundId.ofChannelNumber(number));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** One merchant's accounts do not speak for one another, nor one order's refunds for another's. */
    private static boolean wentThrough(MerchantChannelAccount account, Refund refund, OfModification callback) {
        return refund.account().equals(account.configuration().id())
                && refund.attempt().channelNumber().equals(callback.orderNumber());
    }
}
