package io.sluice.sandbox.simulation.invariant;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.EventId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.json.PaymentReader;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.core.payment.model.Transitions;
import io.sluice.sandbox.simulation.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The event log tells everything, in order, to everybody. */
final class EventInvariants {

    private EventInvariants() {}

    static List<Invariant> all() {
        return List.of(
                new Invariant("a payment's sequence has no gaps", EventInvariants::gaps),
                new Invariant("events follow the state tables and end where the payment is", EventInvariants::untold),
                new Invariant("every event is published, in its payment's order", EventInvariants::unpublished),
                new Invariant("every event reaches the books", EventInvariants::unbooked),
                new Invariant("every event reaches the merchant, byte for byte", EventInvariants::undelivered));
    }

    private static Stream<String> gaps(Run run) {
        World world = run.world();
        return world.store.payments().stream()
                .filter(payment -> !sequences(world, payment)
                        .equals(IntStream.rangeClosed(1, payment.version())
                                .boxed()
                                .toList()))
                .map(payment -> payment.id() + " has version " + payment.version() + " and events "
                        + sequences(world, payment));
    }

    private static List<Integer> sequences(World world, Payment payment) {
        return world.store.events(payment.id()).stream()
                .map(PaymentEvent::sequence)
                .toList();
    }

    private static Stream<String> untold(Run run) {
        return run.world().store.payments().stream()
                .flatMap(payment -> untold(payment, run.world().store.events(payment.id())));
    }

    private static Stream<String> untold(Payment payment, List<PaymentEvent> events) {
        List<String> wrong = new ArrayList<>();
        PaymentState before = PaymentState.CREATED;
        for (PaymentEvent event : events) {
            if (!event.type().startsWith("payment.")) {
                continue;
            }
            PaymentState after = PaymentReader.paymentOfEvent(event.body()).state();
            if (before != after && !Transitions.allows(before, after)) {
                wrong.add(payment.id() + " went from " + before + " to " + after);
            }
            before = after;
        }
        if (before != payment.state()) {
            wrong.add(payment.id() + " is " + payment.state() + ", and its last event says " + before);
        }
        return wrong.stream();
    }

    private static Stream<String> unpublished(Run run) {
        List<String> wrong = new ArrayList<>();
        Set<EventId> seen = new HashSet<>();
        Map<PaymentId, Integer> last = new HashMap<>();
        for (PaymentEvent published : run.world().broker.records()) {
            if (seen.add(published.id())
                    && last.merge(published.paymentId(), 1, Integer::sum) != published.sequence()) {
                wrong.add(published.paymentId() + " was published out of order at sequence " + published.sequence());
            }
        }
        run.world().store.log().stream()
                .filter(event -> !seen.contains(event.id()))
                .forEach(event -> wrong.add(shown(event) + " was never published"));
        return wrong.stream();
    }

    private static Stream<String> unbooked(Run run) {
        return run.world().store.log().stream()
                .filter(event -> !run.world().books.hasConsumed(event.id()))
                .map(event -> shown(event) + " never reached the books");
    }

    private static Stream<String> undelivered(Run run) {
        return run.world().store.log().stream()
                .filter(event -> !event.body().equals(run.world().receiver.body(event.id())))
                .map(event -> shown(event) + " never reached the merchant");
    }

    private static String shown(PaymentEvent event) {
        return event.type() + " (" + event.sequence() + ") of " + event.paymentId();
    }
}
