package io.sluice.core.payment;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.event.TraceContext;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.gather.GatheringWriter;
import io.sluice.core.gather.InMemoryStore;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.memory.DueAttempts;
import io.sluice.core.memory.PaymentTable;
import io.sluice.core.memory.PaymentWrite;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Payments in memory, behind the same gathering as the real ones and with the same answers in every trouble. */
public final class InMemoryPayments implements Payments {

    private final PaymentTable table;
    private final DueAttempts due;
    private final InMemoryStore<PaymentWrite, Object> store;
    private final GatheringWriter<PaymentWrite, Object> writer;

    /** With a scheduler of virtual time, everything it does is repeatable. */
    public InMemoryPayments(GatheringOptions options, MeterRegistry meters, Scheduler scheduler) {
        this.table = new PaymentTable();
        this.due = new DueAttempts(table);
        this.store = new InMemoryStore<>(new Rows(table));
        this.writer = store.writer(options, meters, scheduler);
    }

    private InMemoryPayments(
            InMemoryPayments other, GatheringOptions options, MeterRegistry meters, Scheduler scheduler) {
        this.table = other.table;
        this.due = other.due;
        this.store = other.store;
        this.writer = store.writer(options, meters, scheduler);
    }

    /** Another instance over the same store, as another process would have. */
    public InMemoryPayments another(GatheringOptions options, MeterRegistry meters, Scheduler scheduler) {
        return new InMemoryPayments(this, options, meters, scheduler);
    }

    /** For what else is written in the same store. */
    public PaymentTable table() {
        return table;
    }

    /** To make trouble. */
    public InMemoryStore<?, ?> store() {
        return store;
    }

    public List<PaymentEvent> events(PaymentId id) {
        return table.events(id);
    }

    public Mono<Void> close() {
        return writer.close();
    }

    @Override
    public Mono<Acceptance> accept(Transition acceptance, IdempotencyKey key) {
        return write(acceptance, key).cast(Acceptance.class);
    }

    @Override
    public Mono<Acceptance> acceptedBefore(MerchantId merchantId, IdempotencyKey key) {
        return Mono.fromSupplier(() -> table.acceptedBefore(merchantId, key));
    }

    @Override
    public Mono<Recording> record(Transition decision) {
        return write(decision, null).cast(Recording.class);
    }

    private Mono<Object> write(Transition transition, @Nullable IdempotencyKey key) {
        return Mono.deferContextual(
                context -> writer.write(PaymentWrite.of(transition, key, TraceContext.traceparent(context))));
    }

    @Override
    public Mono<Payment> find(MerchantId merchantId, PaymentId id) {
        return Mono.fromSupplier(() -> table.find(merchantId, id));
    }

    @Override
    public Mono<Payment> findByAttempt(MerchantId merchantId, AttemptId id) {
        return Mono.fromSupplier(() -> table.findByAttempt(merchantId, id));
    }

    @Override
    public Flux<Payment> list(
            MerchantId merchantId, @Nullable String merchantOrderNo, @Nullable PaymentId before, int limit) {
        return Flux.defer(() -> Flux.fromIterable(table.list(merchantId, merchantOrderNo, before, limit)));
    }

    @Override
    public Mono<List<DueAttempt>> takeDue(Instant now, Duration lease, int limit) {
        return Mono.fromSupplier(() -> due.take(now, now.plus(lease), limit));
    }

    @Override
    public Mono<Void> postpone(DueAttempt attempt, @Nullable Instant dueAt) {
        return Mono.fromRunnable(() -> due.postpone(attempt, dueAt));
    }

    @Override
    public Mono<Void> giveBack(Map<DueAttempt, Instant> attempts) {
        return Mono.fromRunnable(() -> attempts.forEach(due::giveBack));
    }

    private record Rows(PaymentTable table) implements InMemoryStore.Table<PaymentWrite, Object> {

        @Override
        public Object key(PaymentWrite write) {
            return write.payment().id();
        }

        @Override
        public void check(PaymentWrite write) {
            table.check(write);
        }

        @Override
        public Object write(PaymentWrite write) {
            return table.write(write);
        }

        @Override
        public Optional<Object> find(PaymentWrite write) {
            return table.find(write);
        }
    }
}
