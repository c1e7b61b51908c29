package io.sluice.sandbox.simulation.invariant;

import io.sluice.core.audit.Actor;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.modification.json.ModificationReader;
import io.sluice.core.payment.json.PaymentReader;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** People decide where nobody knows, and it stays known who did. */
final class DecisionInvariants {

    private DecisionInvariants() {}

    static List<Invariant> all() {
        return List.of(
                new Invariant("what people decided is on record, with how they know", DecisionInvariants::unrecorded),
                new Invariant("a conflict is kept by two people", DecisionInvariants::keptByOne),
                new Invariant(
                        "a conflict is given back by two people, or by the gateway",
                        DecisionInvariants::givenBackByOne),
                new Invariant("that nothing came is found by two people", DecisionInvariants::withdrawnByOne));
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
                        && state(events.get(i)) == PaymentState.SUCCEEDED
                        && !tells(OutcomeCode.GIVEN_BACK, events.get(i))
                        && !tells(OutcomeCode.NOTHING_CAME, events.get(i)))
                .map(i -> run.world()
                        .store
                        .decisions
                        .operators(payment.id(), events.get(i).sequence() - 1, Decision.Kind.KEEP))
                .filter(people -> people.size() < 2)
                .map(people -> payment.id() + " was kept by " + people);
    }

    /** Of an attempt with this event. A payment that succeeds with it has succeeded before, by the charge that stands. */
    private static boolean tells(OutcomeCode code, PaymentEvent event) {
        return PaymentReader.paymentOfEvent(event.body()).attempts().stream()
                .anyMatch(
                        attempt -> attempt.code() == code && attempt.updatedAt().equals(event.at()));
    }

    private static Stream<String> withdrawnByOne(Run run) {
        return run.world().store.log().stream()
                .filter(event -> event.type().startsWith("payment.") && tells(OutcomeCode.NOTHING_CAME, event))
                .filter(event -> run.world()
                                .store
                                .decisions
                                .operators(event.paymentId(), event.sequence() - 1, Decision.Kind.NOTHING_CAME)
                                .size()
                        < 2)
                .map(event -> event.paymentId() + " was said not to have come, and no two found so");
    }

    private static Stream<String> givenBackByOne(Run run) {
        return run.world().store.log().stream()
                .filter(event -> event.type().equals("refund.created"))
                .filter(event ->
                        ModificationReader.modificationOfEvent(event.body()).givesBack())
                .filter(event -> IntStream.range(1, event.sequence())
                        .mapToObj(version -> run.world()
                                .store
                                .decisions
                                .operators(event.paymentId(), version, Decision.Kind.GIVE_BACK))
                        .noneMatch(who -> who.size() >= 2 || who.contains(Actor.GATEWAY.name())))
                .map(event -> event.paymentId() + " was given back, and no two decided so");
    }

    private static PaymentState state(PaymentEvent event) {
        return PaymentReader.paymentOfEvent(event.body()).state();
    }
}
