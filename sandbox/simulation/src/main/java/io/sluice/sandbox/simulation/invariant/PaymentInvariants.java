package io.sluice.sandbox.simulation.invariant;

import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentState;
import java.util.List;
import java.util.stream.Stream;

/** Payments come to their end. */
final class PaymentInvariants {

    private PaymentInvariants() {}

    static List<Invariant> all() {
        return List.of(
                new Invariant("every accepted payment ends, or waits for a person", PaymentInvariants::open),
                new Invariant("channels that keep their promises cause no conflicts", PaymentInvariants::conflicts),
                new Invariant("what ended is not due any more", PaymentInvariants::dueAfterTheEnd));
    }

    private static Stream<String> open(Run run) {
        return payments(run)
                .filter(payment -> !payment.state().isFinal() && !isInHands(run, payment))
                .map(payment -> payment.id() + " is still " + payment.state() + " with its attempt "
                        + payment.lastAttempt().state());
    }

    /** What is held is in its merchant's hands until its time is over. */
    private static boolean isInHands(Run run, Payment payment) {
        return payment.state() == PaymentState.CONFLICTED
                || (payment.lastAttempt().state() == AttemptState.AUTHORIZED
                        && payment.expiresAt().isAfter(run.world().time.instant()))
                || payment.attempts().stream().anyMatch(attempt -> attempt.state() == AttemptState.MANUAL);
    }

    private static Stream<String> conflicts(Run run) {
        return payments(run)
                .filter(payment -> run.world().store.events(payment.id()).stream()
                        .anyMatch(event -> event.type().equals("payment.conflicted")))
                .filter(payment -> payment.attempts().stream()
                        .map(attempt -> run.world().house.order(attempt.id().channelNumber()))
                        .noneMatch(order -> order != null && (order.isAgainstItsWord() || order.isClaimedInVain())))
                .map(payment -> payment.id() + " was CONFLICTED");
    }

    private static Stream<String> dueAfterTheEnd(Run run) {
        return payments(run)
                .filter(payment -> payment.state().isFinal())
                .filter(payment -> payment.attempts().stream().anyMatch(attempt -> attempt.dueAt() != null))
                .map(payment -> payment.id() + " is " + payment.state() + " and due at "
                        + payment.lastAttempt().dueAt());
    }

    private static Stream<Payment> payments(Run run) {
        return run.world().store.payments().stream();
    }
}
