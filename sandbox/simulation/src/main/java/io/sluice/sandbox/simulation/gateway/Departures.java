package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.modification.model.Modification;
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

    /** By then it must be there, and its amount set aside. */
    static void check(World world, ModificationOrder order, ChannelAccountId account) {
        Optional<Modification> known = world.store.modifications.rows().stream()
                .filter(row -> row.id().channelNumber().equals(order.number()))
                .findFirst();
        if (known.isEmpty()) {
            world.leftTooEarly(order.number() + " left before it was durable");
        } else if (!known.get().account().equals(account)
                || !known.get().attempt().channelNumber().equals(order.orderNumber())) {
            world.leftTooEarly(order.number() + " went to " + account + " for order " + order.orderNumber());
        } else if (known.get().state().isOpen() && !isSetAside(world, known.get())) {
            world.leftTooEarly(order.number() + " left with nothing set aside for it");
        }
    }

    private static boolean isSetAside(World world, Modification leaving) {
        return world.store
                .payment(leaving.paymentId())
                .map(Payment::totals)
                .filter(totals -> leaving.reservedMinor()
                        <= switch (leaving.kind()) {
                            case CAPTURE, VOID -> totals.captureReservedMinor();
                            case CAPTURE_VOID, CHARGE_VOID -> totals.refundReservedMinor();
                            case REFUND ->
                                leaving.givesBack() ? totals.giveBackReservedMinor() : totals.refundReservedMinor();
                        })
                .isPresent();
    }

    private static void requireAccount(World world, PayOrder order, PaymentAttempt known, ChannelAccountId account) {
        if (!known.account().equals(account)) {
            world.leftTooEarly("order " + order.number() + " went to " + account + ", not to " + known.account());
        }
    }
}
