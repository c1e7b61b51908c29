package io.sluice.notifier.delivery;

import io.sluice.notifier.delivery.model.Delivery;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * What is held for one endpoint: some on their way, more queued behind them or being recorded. How many may be on their way
 * doubles with each success and halves with each failure, so that an endpoint that hangs soon occupies one connection and no
 * more. Belongs to one thread.
 */
final class Lane {

    private static final int FIRST_LIMIT = 4;

    /** How many are held for each that may be on its way: enough to go on while others are recorded and more are taken. */
    private static final int HELD_EACH = 4;

    /** The same for one with all that may be on their way; what is new for it then need not be read back. */
    private static final int HELD_EACH_AT_MOST = 16;

    private final int mostInFlight;
    private final Queue<Held> queue = new ArrayDeque<>();
    private int limit;
    private int inFlight;
    private int recording;
    private boolean more;

    private record Held(Delivery delivery, Instant startBefore) {}

    Lane(int mostInFlight) {
        this.mostInFlight = mostInFlight;
        this.limit = Math.min(FIRST_LIMIT, mostInFlight);
    }

    /** How many more deliveries it can hold. */
    int room() {
        return Math.max(0, capacity() - held());
    }

    /** The room of an endpoint that nothing is known of. */
    static int firstRoom(int mostInFlight) {
        return HELD_EACH * Math.min(FIRST_LIMIT, mostInFlight);
    }

    private int capacity() {
        return (limit < mostInFlight ? HELD_EACH : HELD_EACH_AT_MOST) * limit;
    }

    int held() {
        return inFlight + recording + queue.size();
    }

    /** @param startBefore when the delivery's lease becomes too short for an attempt */
    void add(Delivery delivery, Instant startBefore) {
        queue.add(new Held(delivery, startBefore));
    }

    /** The next delivery to send now, if one is queued and may go; it counts as on its way from here on. */
    Optional<Delivery> start(Instant now) {
        queue.removeIf(held -> !now.isBefore(held.startBefore()));
        if (inFlight >= limit || queue.isEmpty()) {
            return Optional.empty();
        }
        inFlight++;
        return Optional.of(queue.remove().delivery());
    }

    /** An attempt is over; until it is settled it is held, but no longer on its way. */
    void answered(boolean delivered) {
        inFlight--;
        recording++;
        limit = delivered ? Math.min(mostInFlight, 2 * limit) : Math.max(1, limit / 2);
    }

    /** It is recorded or given up. */
    void settled() {
        recording--;
    }

    /** Empties the queue, for somebody else to take. */
    List<Delivery> drain() {
        List<Delivery> drained = new ArrayList<>();
        queue.forEach(held -> drained.add(held.delivery()));
        queue.clear();
        return drained;
    }

    /** Whether the queue in the database is likely to have more for this endpoint. */
    void expectMore(boolean expected) {
        more = expected;
    }

    boolean expectsMore() {
        return more;
    }

    boolean wantsMore() {
        return more && 2 * room() >= capacity();
    }

    /** Whether it holds nothing, and has nothing to remember either. */
    boolean isForgettable() {
        return held() == 0 && !more && limit >= Math.min(FIRST_LIMIT, mostInFlight);
    }
}
