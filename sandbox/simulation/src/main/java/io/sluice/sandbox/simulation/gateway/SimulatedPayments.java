package io.sluice.sandbox.simulation.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.memory.PaymentWrite;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.Transition;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Payments behind the product's own gathering, in the simulated store. */
final class SimulatedPayments implements Payments {

    private static final Duration READ_WITHIN = Duration.ofSeconds(2);

    private final World world;
    private final SimulatedWriter<PaymentWrite> writer;

    SimulatedPayments(World world, MeterRegistry meters) {
        this.world = world;
        this.writer = new SimulatedWriter<>(world, new PaymentRows(world.store.table), "payments", meters);
    }

    @Override
    public Mono<Acceptance> accept(Transition acceptance, IdempotencyKey key) {
        return write(acceptance, key)
                .cast(Acceptance.class)
                .doOnError(
                        StoreUnavailableException.class,
                        refused -> world.saidNotWritten(acceptance.after().id()));
    }

    @Override
    public Mono<Acceptance> acceptedBefore(MerchantId merchantId, IdempotencyKey key) {
        return read(
                        "look for " + key.key(),
                        () -> Optional.ofNullable(world.store.table.acceptedBefore(merchantId, key)))
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public Mono<Recording> record(Transition decision) {
        return write(decision, null).cast(Recording.class);
    }

    private Mono<Object> write(Transition transition, @Nullable IdempotencyKey key) {
        return Mono.defer(() -> writer.write(PaymentWrite.of(transition, key, null)));
    }

    @Override
    public Mono<Payment> find(MerchantId merchantId, PaymentId id) {
        return read("find " + id, () -> Optional.ofNullable(world.store.table.find(merchantId, id)))
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public Mono<Payment> findByAttempt(MerchantId merchantId, AttemptId id) {
        return read("find " + id, () -> Optional.ofNullable(world.store.table.findByAttempt(merchantId, id)))
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public Flux<Payment> list(
            MerchantId merchantId, @Nullable String merchantOrderNo, @Nullable PaymentId before, int limit) {
        return read("list", () -> world.store.table.list(merchantId, merchantOrderNo, before, limit))
                .flatMapIterable(found -> found);
    }

    @Override
    public Mono<List<DueAttempt>> takeDue(Instant now, Duration lease, int limit) {
        return read("", () -> {
            List<DueAttempt> taken = world.store.dueAttempts.take(now, now.plus(lease), limit);
            taken.forEach(due -> world.trace.step(
                    "%s is due, inquiry %d", due.paymentId(), due.attempt().inquiries()));
            if (!taken.isEmpty()) {
                world.time.stir();
            }
            return taken;
        });
    }

    @Override
    public Mono<Void> postpone(DueAttempt attempt, @Nullable Instant dueAt) {
        return read("postpone " + attempt.paymentId() + " to " + dueAt, () -> {
                    world.store.dueAttempts.postpone(attempt, dueAt);
                    return true;
                })
                .then();
    }

    @Override
    public Mono<Void> giveBack(Map<DueAttempt, Instant> taken) {
        return read("give back " + taken.size() + " due attempts", () -> {
                    taken.forEach(world.store.dueAttempts::giveBack);
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
