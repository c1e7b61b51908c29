package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.channel.PayOrder;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.sandbox.simulation.world.World;
import java.util.Optional;

/** Looks into the store whenever an order leaves for a channel: by then it must be there, and nothing else in the open. */
final class Departures {

    private Departures() {}

    static void check(World world, PayOrder order, ChannelAccountId account) {
        AttemptId attempt = AttemptId.ofChannelNumber(order.number());
        Optional<Payment> payment = world.store.ofAttempt(attempt);
        if (payment.isEmpty()) {
            world.leftTooEarly("order " + order.number() + " left before its payment was durable");
            return;
        }
        for (PaymentAttempt known : payment.get().attempts()) {
            if (known.id().equals(attempt)) {
                requireAccount(world, order, known, account);
            } else if (!known.state().isSafelyOver()) {
                world.leftTooEarly("order " + order.number() + " left while " + known.id() + " was " + known.state());
            }
        }
    }

    private static void requireAccount(World world, PayOrder order, PaymentAttempt known, ChannelAccountId account) {
        if (!known.account().equals(account)) {
            world.leftTooEarly("order " + order.number() + " went to " + account + ", not to " + known.account());
        }
    }
}
