package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.modification.Modifications;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationTransition;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where nobody captures, voids or asks for money back. */
final class NoModifications implements Modifications {

    @Override
    public Mono<Creation> create(ModificationTransition reservation, @Nullable IdempotencyKey key) {
        return Mono.error(new UnsupportedOperationException("in this world nothing is modified"));
    }

    @Override
    public Mono<Recording> record(ModificationTransition decision) {
        return Mono.error(new UnsupportedOperationException("in this world nothing is modified"));
    }

    @Override
    public Mono<Creation> claimed(MerchantId merchantId, IdempotencyKey key) {
        return Mono.empty();
    }

    @Override
    public Mono<Modification> find(MerchantId merchantId, ModificationId id) {
        return Mono.empty();
    }

    @Override
    public Flux<Modification> of(Payment payment) {
        return Flux.empty();
    }

    @Override
    public Flux<Modification> list(
            MerchantId merchantId,
            Set<ModificationKind> kinds,
            @Nullable PaymentId paymentId,
            @Nullable ModificationId before,
            int limit) {
        return Flux.empty();
    }

    @Override
    public Mono<List<Modification>> takeDue(Instant now, Duration lease, int limit) {
        return Mono.just(List.of());
    }

    @Override
    public Mono<Void> postpone(Modification taken, @Nullable Instant dueAt) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> wake(Modification modification, Instant dueAt) {
        return Mono.empty();
    }
}
