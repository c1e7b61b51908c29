package io.sluice.sandbox.simulation.invariant;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.payment.json.PaymentReader;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import java.util.List;
import java.util.stream.Stream;

/** People decide where nobody knows, and it stays known who did. */
final class DecisionInvariants {

    private DecisionInvariants() {}

    static List<Invariant> all() {
        return List.of(
                new Invariant("what people decided is on record, with how they know", DecisionInvariants::unrecorded),
                new Invariant("a conflict is kept by two people", DecisionInvariants::keptByOne));
    }

    private static Stream<String> unrecorded(Run run) {
        return run.operators().done().stream()
                .filter(done -> !run.world().store.decisions.has(done.by().name(), done.payment(), done.decision()))
                .map(done ->
                        done.payment() + " was decided by " + done.by().name() + ", and nobody has written it down");
    }

    private static Stream<String> keptByOne(Run run) {
        return run.world().store.payments().stream().flatMap(payment -> keptByOne(run, payment));
    }

    private static Stream<String> keptByOne(Run run, Payment payment) {
        List<PaymentEvent> events = run.world().store.events(payment.id()).stream()
                .filter(event -> event.type().startsWith("payment."))
                .toList();
        return Stream.iterate(1, i -> i < events.size(), i -> i + 1)
                .filter(i -> state(events.get(i - 1)) == PaymentState.CONFLICTED
                        && state(events.get(i)) == PaymentState.SUCCEEDED)
                .map(i -> run.world()
                        .store
                        .decisions
                        .operators(payment.id(), events.get(i).sequence() - 1, Decision.Kind.KEEP))
                .filter(people -> people.size() < 2)
                .map(people -> payment.id() + " was kept by " + people);
    }

    private static PaymentState state(PaymentEvent event) {
        return PaymentReader.paymentOfEvent(event.body()).state();
    }
}
