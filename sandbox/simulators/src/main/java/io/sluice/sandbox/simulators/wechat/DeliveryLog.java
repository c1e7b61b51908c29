package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.wechat.model.Delivery;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The last ten thousand sendings of callbacks. */
final class DeliveryLog {
    private static final int KEPT = 10_000;

    private final Deque<Delivery> last = new ConcurrentLinkedDeque<>();
    private final AtomicInteger size = new AtomicInteger();

    void add(Delivery delivery) {
        last.addLast(delivery);
        if (size.incrementAndGet() > KEPT) {
            last.pollFirst();
            size.decrementAndGet();
        }
    }

    /** Oldest first; only those about one order or refund when a number is given. */
    List<Delivery> about(@Nullable String subject) {
        return last.stream()
                .filter(delivery -> subject == null || delivery.subject().equals(subject))
                .toList();
    }
}
