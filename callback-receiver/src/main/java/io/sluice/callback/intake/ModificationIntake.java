package io.sluice.callback.intake;

import io.sluice.callback.intake.model.Judged;
import io.sluice.core.channel.CallbackReading.OfModification;
import io.sluice.core.id.ModificationId;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.modification.ModificationConclusions;
import io.sluice.core.modification.Modifications;
import io.sluice.core.modification.model.Modification;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Concludes the capture, the void or the refund that a callback is about. */
final class ModificationIntake {

    private final Modifications modifications;
    private final ModificationConclusions conclusions;

    ModificationIntake(Modifications modifications, ModificationConclusions conclusions) {
        this.modifications = modifications;
        this.conclusions = conclusions;
    }

    Mono<Judged> conclude(MerchantChannelAccount account, OfModification callback) {
        return Mono.justOrEmpty(modificationOf(callback.number()))
                .flatMap(id -> modifications.find(account.merchantId(), id))
                .filter(modification -> wentThrough(account, modification, callback))
                .flatMap(modification -> conclusions.conclude(modification, callback.outcome()))
                .map(concluded -> Judged.modification(
                        callback.callbackId(), concluded.modification().paymentId(), concluded.conclusion()))
                .defaultIfEmpty(Judged.unknownOrder(callback.callbackId(), callback.number()));
    }

    private static Optional<ModificationId> modificationOf(String number) {
        try {
            return Optional.of(ModificationId.ofChannelNumber(number));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** One merchant's accounts do not speak for one another, nor one order's for another's. */
    private static boolean wentThrough(
            MerchantChannelAccount account, Modification modification, OfModification callback) {
        return modification.account().equals(account.configuration().id())
                && modification.attempt().channelNumber().equals(callback.orderNumber());
    }
}
