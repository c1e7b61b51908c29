package io.sluice.core.gather;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/** What waits for a lane. Anybody may offer; only the lane takes. */
final class LaneQueue<C, R> {

    private final MpscAtomicArrayQueue<Pending<C, R>> arrived;

    /** Taken out of the way because their key was in the batch already; older than everything that arrived. */
    private final Queue<Pending<C, R>> deferred = new ArrayDeque<>();

    private final int batch;

    LaneQueue(int capacity, int batch) {
        this.arrived = new MpscAtomicArrayQueue<>(Math.max(2, capacity));
        this.batch = batch;
    }

    boolean offer(Pending<C, R> entry) {
        return arrived.offer(entry);
    }

    int depth() {
        return arrived.size();
    }

    /** Of all that wait, when the lane asks. */
    int waiting() {
        return deferred.size() + arrived.size();
    }

    boolean isEmpty() {
        return deferred.isEmpty() && arrived.isEmpty();
    }

    int capacity() {
        return arrived.capacity();
    }

    /** What waits, up to a batch, with different keys and in order of arrival within each key. */
    List<Pending<C, R>> take() {
        List<Pending<C, R>> taken = new ArrayList<>();
        Set<Object> keys = new HashSet<>();
        deferred.removeIf(entry -> taken.size() < batch && keys.add(entry.key) && addClaimed(entry, taken, keys));
        while (taken.size() < batch && deferred.size() < batch) {
            Pending<C, R> entry = arrived.poll();
            if (entry == null) {
                break;
            }
            if (!keys.add(entry.key)) {
                deferred.add(entry);
            } else {
                addClaimed(entry, taken, keys);
            }
        }
        return taken;
    }

    /** Always true: a cancelled entry leaves the queue as well, but gives its key back. */
    private boolean addClaimed(Pending<C, R> entry, List<Pending<C, R>> taken, Set<Object> keys) {
        if (entry.claim()) {
            taken.add(entry);
        } else {
            keys.remove(entry.key);
        }
        return true;
    }

    /** Takes out what has waited since {@code limit} or longer. */
    void removeOlder(long limit, Consumer<Pending<C, R>> removed) {
        deferred.removeIf(entry -> entry.since <= limit && leave(entry, removed));
        for (Pending<C, R> head = arrived.peek(); isOlder(head, limit); head = arrived.peek()) {
            leave(arrived.relaxedPoll(), removed);
        }
    }

    private boolean isOlder(@Nullable Pending<C, R> head, long limit) {
        return head != null && head.since <= limit;
    }

    private boolean leave(@Nullable Pending<C, R> entry, Consumer<Pending<C, R>> removed) {
        if (entry != null && entry.claim()) {
            removed.accept(entry);
        }
        return true;
    }
}
