package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.id.RefundId;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.refund.RefundStore;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.model.RefundTransition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where nobody asks for money back. */
final class NoRefunds implements RefundStore {

    @Override
    public Mono<Creation> create(RefundTransition reservation, IdempotencyKey key) {
        return Mono.error(new UnsupportedOperationException("this world has no refunds"));
    }

    @Override
    public Mono<Recording> record(RefundTransition decision) {
        return Mono.error(new UnsupportedOperationException("this world has no refunds"));
    }

    @Override
    public Mono<Creation> claimed(MerchantId merchantId, IdempotencyKey key) {
        return Mono.empty();
    }

    @Override
    public Mono<Refund> find(MerchantId merchantId, RefundId id) {
        return Mono.empty();
    }

    @Override
    public Flux<Refund> list(
            MerchantId merchantId, @Nullable PaymentId paymentId, @Nullable RefundId before, int limit) {
        return Flux.empty();
    }

    @Override
    public Mono<List<Refund>> takeDue(Instant now, Duration lease, int limit) {
        return Mono.just(List.of());
    }

    @Override
    public Mono<Void> postpone(Refund taken, @Nullable Instant dueAt) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> wake(Refund refund, Instant dueAt) {
        return Mono.empty();
    }
}
