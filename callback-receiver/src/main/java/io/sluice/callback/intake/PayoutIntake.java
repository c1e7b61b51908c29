package io.sluice.callback.intake;

import io.sluice.callback.intake.model.Judged;
import io.sluice.core.channel.CallbackReading.OfPayout;
import io.sluice.core.id.PayoutId;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.payout.PayoutConclusions;
import io.sluice.core.payout.Payouts;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Concludes the payout that a callback is about. What it says against a success is asked about first. */
public interface PayoutIntake {

    Mono<Judged> conclude(MerchantChannelAccount account, OfPayout callback);

    static PayoutIntake over(Payouts payouts, PayoutConclusions conclusions) {
        return (account, callback) -> Mono.justOrEmpty(payoutOf(callback.number()))
                .flatMap(id -> payouts.find(account.merchantId(), id))
                // One merchant's accounts do not speak for one another.
                .filter(payout ->
                        payout.account().equals(account.configuration().id()))
                .flatMap(payout -> conclusions.conclude(payout, callback.outcome()))
                .map(concluded -> Judged.payout(callback.callbackId(), concluded.conclusion()))
                .defaultIfEmpty(Judged.unknownOrder(callback.callbackId(), callback.number()));
    }

    private static Optional<PayoutId> payoutOf(String number) {
        try {
            return Optional.of(PayoutId.ofChannelNumber(number));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
