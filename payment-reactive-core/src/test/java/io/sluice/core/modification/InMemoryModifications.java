package io.sluice.core.modification;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.gather.GatheringWriter;
import io.sluice.core.gather.InMemoryStore;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.memory.DueModifications;
import io.sluice.core.memory.ModificationTable;
import io.sluice.core.memory.ModificationWrite;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationTransition;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Captures, voids and refunds in memory, behind the same gathering as the real ones. */
public final class InMemoryModifications implements Modifications {

    private final ModificationTable table;
    private final DueModifications due;
    private final GatheringWriter<ModificationWrite, Object> writer;

    public InMemoryModifications(ModificationTable table, GatheringOptions options, MeterRegistry meters) {
        this.table = table;
        this.due = new DueModifications(table);
        this.writer = new InMemoryStore<>(new Rows(table)).writer(options, meters, Schedulers.parallel());
    }

    @Override
    public Mono<Creation> create(ModificationTransition reservation, @Nullable IdempotencyKey key) {
        return Mono.defer(() -> writer.write(ModificationWrite.creation(reservation, key, null)))
                .cast(Creation.class);
    }

    @Override
    public Mono<Recording> record(ModificationTransition decision) {
        return Mono.defer(() -> writer.write(ModificationWrite.recording(decision, null)))
                .cast(Recording.class);
    }

    @Override
    public Mono<Creation> claimed(MerchantId merchantId, IdempotencyKey key) {
        return Mono.defer(() -> Mono.justOrEmpty(table.claimed(merchantId, key)));
    }

    @Override
    public Mono<Modification> find(MerchantId merchantId, ModificationId id) {
        return Mono.fromSupplier(() -> table.find(merchantId, id));
    }

    @Override
    public Flux<Modification> of(Payment payment) {
        return list(payment.merchantId(), EnumSet.allOf(ModificationKind.class), payment.id(), null, Integer.MAX_VALUE);
    }

    @Override
    public Flux<Modification> list(
            MerchantId merchantId,
            Set<ModificationKind> kinds,
            @Nullable PaymentId paymentId,
            @Nullable ModificationId before,
            int limit) {
        return Flux.defer(() -> Flux.fromIterable(table.list(merchantId, kinds, paymentId, before, limit)));
    }

    @Override
    public Mono<List<Modification>> takeDue(Instant now, Duration lease, int limit) {
        return Mono.fromSupplier(() -> due.take(now, now.plus(lease), limit));
    }

    @Override
    public Mono<Void> postpone(Modification taken, @Nullable Instant dueAt) {
        return Mono.fromRunnable(() -> due.postpone(taken, dueAt));
    }

    @Override
    public Mono<Void> wake(Modification modification, Instant dueAt) {
        return Mono.fromRunnable(() -> due.wake(modification, dueAt));
    }

    private record Rows(ModificationTable table) implements InMemoryStore.Table<ModificationWrite, Object> {

        @Override
        public Object key(ModificationWrite write) {
            return write.payment().id();
        }

        @Override
        public Object write(ModificationWrite write) {
            return table.write(write);
        }

        @Override
        public Optional<Object> find(ModificationWrite write) {
            return table.find(write);
        }
    }
}
