package io.sluice.core.payment;

import io.sluice.core.agreement.SignedAgreements;
import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.agreement.model.ChargePolicy;
import io.sluice.core.agreement.model.ChargePolicy.Objection;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Payments by agreement: where they must go, and with what they are sent. */
final class AgreedCharges {

    private final SignedAgreements agreements;

    AgreedCharges(SignedAgreements agreements) {
        this.agreements = agreements;
    }

    /** Where a payment by an agreement stands before it is made: refused, or bound to the account that signed. */
    sealed interface Bound {

        record To(ChannelAccountId account) implements Bound {}

        record Refused(Objection objection) implements Bound {}
    }

    Mono<Bound> bound(MerchantId merchant, AgreementId id, String method) {
        return agreements.find(merchant, id).singleOptional().map(found -> bound(id, method, found.orElse(null)));
    }

    private static Bound bound(AgreementId id, String method, @Nullable Agreement found) {
        return ChargePolicy.objection(method, id, found)
                .<Bound>map(Bound.Refused::new)
                .orElseGet(() -> new Bound.To(Objects.requireNonNull(found).account()));
    }

    /** The agreement is looked at once more: what was revoked since is not sent. */
    Mono<ChannelOutcome> open(
            MerchantId merchant,
            @Nullable AgreementId id,
            PayOrder order,
            Function<PayOrder, Mono<ChannelOutcome>> call) {
        return id == null
                ? call.apply(order)
                : usable(merchant, id, order)
                        .flatMap(found -> found.map(reference -> call.apply(order.by(reference)))
                                .orElseGet(
                                        () -> Mono.just(notSent("agreement_unusable", id + " is not active any more"))))
                        .onErrorResume(
                                StoreUnavailableException.class,
                                away -> Mono.just(notSent("agreement_unavailable", "the store is away")));
    }

    private Mono<Optional<AgreementReference>> usable(MerchantId merchant, AgreementId id, PayOrder order) {
        return agreements
                .find(merchant, id)
                .filter(Agreement::isUsable)
                .flatMap(agreements::token)
                .map(token -> new AgreementReference(order.number(), id.channelName(), token))
                .singleOptional();
    }

    private static ChannelOutcome notSent(String code, String message) {
        return new NotSent(Fault.ORDER, code, message);
    }
}
