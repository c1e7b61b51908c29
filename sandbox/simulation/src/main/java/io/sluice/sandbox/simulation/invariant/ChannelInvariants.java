package io.sluice.sandbox.simulation.invariant;

import io.sluice.core.id.AttemptId;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.PaymentState;
import io.sluice.sandbox.simulation.world.Order;
import io.sluice.sandbox.simulation.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the channels' own book says about what the gateway did. */
final class ChannelInvariants {

    private ChannelInvariants() {}

    static List<Invariant> all() {
        return List.of(
                new Invariant("a payment is charged once at the most", ChannelInvariants::chargedTwice),
                new Invariant("every order at a channel is an attempt of ours", ChannelInvariants::unknownOrders),
                new Invariant("no order leaves before it may", run -> run.world().leftTooEarly().stream()),
                new Invariant(
                        "payments are paid when the channel says so, and only then", ChannelInvariants::differing));
    }

    private static Stream<String> chargedTwice(Run run) {
        return run.world().store.payments().stream()
                .filter(payment -> charges(run.world(), payment) > 1)
                .map(payment -> payment.id() + " was charged " + charges(run.world(), payment) + " times");
    }

    /** Without what a channel took after it had said no, which nobody can hold against who went elsewhere then. */
    private static int charges(World world, Payment payment) {
        return orders(world, payment)
                .filter(order -> !order.isAgainstItsWord())
                .mapToInt(Order::charges)
                .sum();
    }

    private static Stream<Order> orders(World world, Payment payment) {
        return payment.attempts().stream()
                .flatMap(attempt ->
                        Optional.ofNullable(world.house.order(attempt.id().channelNumber())).stream());
    }

    private static Stream<String> unknownOrders(Run run) {
        return run.world().house.orders().stream()
                .filter(order -> run.world()
                        .store
                        .ofAttempt(AttemptId.ofChannelNumber(order.number()))
                        .isEmpty())
                .map(order -> "order " + order.number() + " (" + order.state() + ") is no attempt of any payment");
    }

    private static Stream<String> differing(Run run) {
        return run.world().store.payments().stream()
                .filter(payment -> payment.captureMethod() == CaptureMethod.AUTOMATIC)
                .flatMap(payment ->
                        payment.attempts().stream().flatMap(attempt -> differing(run.world(), payment, attempt)));
    }

    private static boolean isPaid(World world, Payment payment) {
        boolean late = orders(world, payment).anyMatch(order -> order.isAgainstItsWord() || order.isClaimedInVain());
        return switch (payment.state()) {
            case SUCCEEDED -> true;
            // REVERSED when it was given back: the channel charged it all the same.
            case CONFLICTED, REVERSED -> late;
            default -> false;
        };
    }

    /** What a channel says of what it took back is for people to find out about. */
    static boolean isUnclear(Payment payment, @Nullable Order order) {
        return order != null && order.isClaimedInVain() && payment.state() == PaymentState.CONFLICTED;
    }

    private static Stream<String> differing(World world, Payment payment, PaymentAttempt attempt) {
        Order order = world.house.order(attempt.id().channelNumber());
        boolean paid = order != null && order.charges() > 0;
        boolean known =
                attempt.state() == AttemptState.SUCCEEDED && isPaid(world, payment) && !isUnclear(payment, order);
        return paid == known || attempt.state() == AttemptState.MANUAL
                ? Stream.empty()
                : Stream.of(payment.id() + " is " + payment.state() + " with its attempt " + attempt.state()
                        + ", but the channel has the order " + (order == null ? "not at all" : order.state()));
    }
}
