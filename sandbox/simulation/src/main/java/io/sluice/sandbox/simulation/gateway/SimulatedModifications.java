package io.sluice.sandbox.simulation.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.memory.ModificationWrite;
import io.sluice.core.modification.Modifications;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationTransition;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Captures, voids and refunds behind the product's own gathering, in the simulated store. */
final class SimulatedModifications implements Modifications {

    private static final Duration READ_WITHIN = Duration.ofSeconds(2);

    private final World world;
    private final SimulatedWriter<ModificationWrite> writer;

    SimulatedModifications(World world, MeterRegistry meters) {
        this.world = world;
        this.writer =
                new SimulatedWriter<>(world, new ModificationRows(world.store.modifications), "modifications", meters);
    }

    @Override
    public Mono<Creation> create(ModificationTransition reservation, @Nullable IdempotencyKey key) {
        return Mono.defer(() -> writer.write(ModificationWrite.creation(reservation, key, null)))
                .cast(Creation.class)
                .doOnError(
                        StoreUnavailableException.class,
                        refused -> world.saidNotWritten(reservation.after().id()));
    }

    @Override
    public Mono<Recording> record(ModificationTransition decision) {
        return Mono.defer(() -> writer.write(ModificationWrite.recording(decision, null)))
                .cast(Recording.class);
    }

    @Override
    public Mono<Creation> claimed(MerchantId merchantId, IdempotencyKey key) {
        return read("find " + key.key(), () -> world.store.modifications.claimed(merchantId, key))
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public Mono<Modification> find(MerchantId merchantId, ModificationId id) {
        return read("find " + id, () -> Optional.ofNullable(world.store.modifications.find(merchantId, id)))
                .flatMap(Mono::justOrEmpty);
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
        return read("list", () -> world.store.modifications.list(merchantId, kinds, paymentId, before, limit))
                .flatMapIterable(found -> found);
    }

    @Override
    public Mono<List<Modification>> takeDue(Instant now, Duration lease, int limit) {
        return read("", () -> {
            List<Modification> taken = world.store.dueModifications.take(now, now.plus(lease), limit);
            taken.forEach(due -> world.trace.step("%s is due, inquiry %d", due.publicId(), due.inquiries()));
            if (!taken.isEmpty()) {
                world.time.stir();
            }
            return taken;
        });
    }

    @Override
    public Mono<Void> postpone(Modification taken, @Nullable Instant dueAt) {
        return change("postpone " + taken.publicId() + " to " + dueAt, () -> {
            world.store.dueModifications.postpone(taken, dueAt);
        });
    }

    @Override
    public Mono<Void> wake(Modification modification, Instant dueAt) {
        return change("wake " + modification.publicId() + " at " + dueAt, () -> {
            world.store.dueModifications.wake(modification, dueAt);
        });
    }

    private Mono<Void> change(String what, Runnable statement) {
        return read(what, () -> {
                    statement.run();
                    return true;
                })
                .then();
    }

    private <T> Mono<T> read(String what, Supplier<T> statement) {
        return world.network
                .ask(Link.STORE, what, statement)
                .timeout(READ_WITHIN)
                .onErrorMap(error -> new StoreUnavailableException("the store does not answer", error));
    }
}
