package io.sluice.sandbox.simulators.callback;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.callback.model.Delivery;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The last ten thousand sendings of callbacks. */
public final class DeliveryLog {
    private static final int KEPT = 10_000;

    private final Deque<Delivery> last = new ConcurrentLinkedDeque<>();
    private final AtomicInteger size = new AtomicInteger();

    public void add(Delivery delivery) {
        last.addLast(delivery);
        if (size.incrementAndGet() > KEPT) {
            last.pollFirst();
            size.decrementAndGet();
        }
    }

    /** Oldest first; only those about one order or refund when a number is given. */
    public List<Delivery> about(@Nullable String subject) {
        return last.stream()
                .filter(delivery -> subject == null || delivery.subject().equals(subject))
                .toList();
    }

    /** The log as the control API shows it; an empty subject means all. */
    public JsonNode view(int pending, String subject) {
        var view = Json.MAPPER.createObjectNode().put("pending", pending);
        view.set("deliveries", Json.MAPPER.valueToTree(about(subject.isEmpty() ? null : subject)));
        return view;
    }
}
