package io.sluice.sandbox.simulation.invariant;

import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.sandbox.simulation.world.Order;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is held is collected or let go of, and payments say which. */
final class CaptureInvariants {

    private static final Set<AttemptState> HELD_ONCE =
            Set.of(AttemptState.AUTHORIZED, AttemptState.SUCCEEDED, AttemptState.REVERSED, AttemptState.MANUAL);

    private CaptureInvariants() {}

    static List<Invariant> all() {
        return List.of(
                new Invariant(
                        "payments are held when the channel says so, and only then",
                        run -> orders(run).filter(CaptureInvariants::isMisheld).map(CaptureInvariants::shown)),
                new Invariant(
                        "no more is collected than was held",
                        run -> orders(run)
                                .filter(of -> of.order().collectedMinor()
                                        > of.order().amount().minor())
                                .map(CaptureInvariants::shown)),
                new Invariant(
                        "channels have collected what payments say was captured",
                        run -> orders(run)
                                .filter(CaptureInvariants::isMisstated)
                                .map(CaptureInvariants::shown)),
                new Invariant(
                        "nothing is held for a payment that ended",
                        run -> orders(run)
                                .filter(of -> of.payment().state().isFinal()
                                        && of.order().state() == Order.State.HELD
                                        && of.order().captures().isHeld())
                                .map(CaptureInvariants::shown)),
                new Invariant(
                        "payments succeed by what was captured, and are reversed without",
                        run -> orders(run).filter(CaptureInvariants::isMisnamed).map(CaptureInvariants::shown)));
    }

    /** An order whose money is held first, with what it was made for. */
    private record Held(Payment payment, PaymentAttempt attempt, Order order) {}

    private static Stream<Held> orders(Run run) {
        return run.world().store.payments().stream()
                .filter(payment -> payment.captureMethod() == CaptureMethod.MANUAL)
                .flatMap(payment -> payment.attempts().stream().flatMap(attempt -> order(run, payment, attempt)));
    }

    private static Stream<Held> order(Run run, Payment payment, PaymentAttempt attempt) {
        Order order = run.world().house.order(attempt.id().channelNumber());
        return order == null ? Stream.empty() : Stream.of(new Held(payment, attempt, order));
    }

    private static boolean isMisheld(Held of) {
        return of.order().charges() > 0
                ? !HELD_ONCE.contains(of.attempt().state())
                : of.attempt().state() == AttemptState.SUCCEEDED;
    }

    private static boolean isMisstated(Held of) {
        return isTheOne(of)
                && of.payment().totals().capturedMinor() != of.order().collectedMinor();
    }

    private static boolean isMisnamed(Held of) {
        PaymentState state = of.payment().state();
        boolean collected = of.order().collectedMinor() > 0;
        return isTheOne(of)
                && switch (state) {
                    case SUCCEEDED, PARTIALLY_CAPTURED -> !collected;
                    case AUTHORIZED, REVERSED -> collected;
                    default -> true;
                };
    }

    private static boolean isTheOne(Held of) {
        return of.attempt().state() == AttemptState.AUTHORIZED || of.attempt().state() == AttemptState.SUCCEEDED;
    }

    private static String shown(Held of) {
        return of.payment().id() + " is " + of.payment().state() + " with "
                + of.payment().totals()
                + " and its attempt " + of.attempt().state() + ", but the channel has the order "
                + of.order().state() + " with " + of.order().collectedMinor() + " collected";
    }
}
