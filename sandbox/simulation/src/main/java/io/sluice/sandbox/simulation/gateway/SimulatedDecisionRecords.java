package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.audit.Actor;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.DecisionRecords;
import io.sluice.core.payment.model.Attention;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import io.sluice.sandbox.simulation.world.Link;
import io.sluice.sandbox.simulation.world.World;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people decided, in the simulated store. */
record SimulatedDecisionRecords(World world) implements DecisionRecords {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Override
    public Flux<Waiting> waiting(@Nullable Attention kind, int limit) {
        return ask(
                        "what waits for people",
                        () -> world.store
                                .decisions
                                .waiting()
                                .filter(waiting -> kind == null || waiting.kind() == kind)
                                .sorted(Comparator.comparing(Waiting::since))
                                .limit(limit)
                                .toList())
                .flatMapIterable(found -> found);
    }

    @Override
    public Mono<Waiting> waiting(PaymentId id) {
        return ask(
                        "whether " + id + " waits for people",
                        () -> world.store
                                .decisions
                                .waiting()
                                .filter(waiting -> waiting.paymentId().equals(id))
                                .findFirst())
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public Mono<Set<String>> record(Actor operator, Payment payment, Decision decision) {
        return ask(
                "record that " + operator.name() + " decided " + decision.kind() + " of " + payment.id(),
                () -> world.store.decisions.record(operator.name(), payment, decision));
    }

    @Override
    public Mono<Set<String>> by(Payment payment, Decision decision) {
        return ask(
                "who decided " + decision.kind() + " of " + payment.id(),
                () -> world.store.decisions.operators(payment.id(), payment.version(), decision.kind()));
    }

    private <T> Mono<T> ask(String what, Supplier<T> statement) {
        return world.network.ask(Link.STORE, what, statement).timeout(PATIENCE);
    }
}
