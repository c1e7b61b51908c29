package io.sluice.sandbox.simulation.world;

import io.sluice.core.channel.ModificationKind;
import io.sluice.sandbox.simulation.world.Movement.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the channels have of each order and capture, and who asked for more than that. */
final class Till {

    private static final String MOVED = "moved-";

    private final ChannelHouse house;
    private final Map<String, Movement> movements;
    private final List<String> overdrawn = new ArrayList<>();

    Till(ChannelHouse house, Map<String, Movement> movements) {
        this.house = house;
        this.movements = movements;
    }

    /** The channels' own number of a movement. */
    static String reference(Movement movement) {
        return MOVED + movement.number();
    }

    List<String> overdrawn() {
        return List.copyOf(overdrawn);
    }

    /** Whether a channel does this at all; what nobody may ask for is done, and held against who did. */
    boolean begin(Movement movement) {
        Order order = house.order(movement.orderNumber());
        if (order == null) {
            overdrawn.add(movement.kind() + " " + movement.number() + " is of no order");
            return false;
        }
        return switch (movement.kind()) {
            case CAPTURE -> capture(order, movement);
            case VOID -> release(order, movement);
            case CAPTURE_VOID -> undo(movement);
            case REFUND, CHARGE_VOID -> giveBack(order, movement);
        };
    }

    private boolean capture(Order order, Movement movement) {
        boolean over = house.capturesOnce() && !order.captures().isUntouched();
        boolean held = !over && !order.captures().hasLapsed();
        if (over) {
            overdrawn.add("CAPTURE " + movement.number() + " comes beside the only one of " + movement.orderNumber());
        }
        if (held) {
            require(movement, order.captures().leftMinor());
        }
        order.captures().begin(movement.amount().minor());
        return held;
    }

    /** What has lapsed by itself is let go of, too; beside the only capture there is nothing to let go of. */
    private boolean release(Order order, Movement movement) {
        if (house.capturesOnce() && !order.captures().isUntouched()) {
            overdrawn.add("VOID " + movement.number() + " is of what the only capture has let go of");
            return false;
        }
        if (!order.captures().hasLapsed()) {
            require(movement, order.captures().leftMinor());
        }
        return true;
    }

    private boolean undo(Movement movement) {
        Movement capture = capture(movement);
        require(
                movement,
                capture == null ? 0 : left(capture) + movement.amount().minor());
        return true;
    }

    private boolean giveBack(Order order, Movement movement) {
        Movement capture = capture(movement);
        if (order.isToBeHeld()) {
            require(
                    movement,
                    capture == null ? 0 : left(capture) + movement.amount().minor());
        } else {
            require(
                    movement,
                    order.collectedMinor()
                            - backOf(movement.orderNumber())
                            + movement.amount().minor());
        }
        return true;
    }

    /** What neither refunds nor voids of it have taken or may take yet. */
    private long left(Movement capture) {
        long all = capture.state() == State.DONE ? capture.amount().minor() : 0;
        return all - sum(movements.values().stream().filter(other -> capture.equals(capture(other))));
    }

    private long backOf(String orderNumber) {
        return sum(movements.values().stream()
                .filter(other ->
                        other.kind() == ModificationKind.REFUND || other.kind() == ModificationKind.CHARGE_VOID)
                .filter(other -> other.orderNumber().equals(orderNumber)));
    }

    private static long sum(Stream<Movement> movements) {
        return movements
                .filter(Movement::counts)
                .mapToLong(movement -> movement.amount().minor())
                .sum();
    }

    /** The capture that a void or a refund is about; null when it is about none. */
    private @Nullable Movement capture(Movement movement) {
        String reference = movement.reference();
        return reference != null && reference.startsWith(MOVED)
                ? movements.get(reference.substring(MOVED.length()))
                : null;
    }

    private void require(Movement movement, long leftMinor) {
        if (movement.amount().minor() > leftMinor) {
            overdrawn.add(movement.kind() + " " + movement.number() + " is over "
                    + movement.amount().minor() + ", and order " + movement.orderNumber() + " has " + leftMinor);
        }
    }

    /** What the end of a movement makes of its order. */
    void end(Movement movement, State state) {
        Order order = house.order(movement.orderNumber());
        if (order == null || movement.state() == state) {
            return;
        }
        boolean done = state == State.DONE;
        switch (movement.kind()) {
            case CAPTURE -> ended(order, movement, done);
            case VOID -> ifDone(done, order::release);
            case CAPTURE_VOID ->
                ifDone(done, () -> undone(order, movement.amount().minor()));
            case CHARGE_VOID -> ifDone(done, order::undo);
            case REFUND -> {}
        }
    }

    private void ended(Order order, Movement capture, boolean done) {
        order.captures().end(capture.amount().minor(), done);
        if (done && (capture.isLast() || house.capturesOnce())) {
            order.release();
        }
    }

    private void undone(Order order, long minor) {
        if (house.capturesOnce()) {
            order.captures().holdAgain(minor);
        } else {
            order.captures().undo(minor);
        }
    }

    private static void ifDone(boolean done, Runnable effect) {
        if (done) {
            effect.run();
        }
    }
}
