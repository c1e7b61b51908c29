package io.sluice.sandbox.simulators.callback;

import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.Delivery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The callbacks that are still owed, and the log of what was sent. */
public final class Outbox implements CallbackSender.Sendings {
    private final Map<String, Callback> owed = new ConcurrentHashMap<>();
    private final DeliveryLog log = new DeliveryLog();
    private final Function<Delivery, Mono<Void>> journal;

    /** @param journal writes a sending down */
    public Outbox(Function<Delivery, Mono<Void>> journal) {
        this.journal = journal;
    }

    /** Takes over callbacks that the journal has. */
    public void owe(List<Callback> callbacks) {
        callbacks.forEach(callback -> owed.put(callback.id(), callback));
    }

    /** Takes over a sending that the journal has. */
    public void note(Delivery delivery) {
        log.add(delivery);
        owed.computeIfPresent(
                delivery.callbackId(),
                (id, callback) -> delivery.next() == null ? null : callback.failedOnce(delivery.next()));
    }

    public Collection<Callback> owed() {
        return List.copyOf(owed.values());
    }

    @Override
    public void alsoSent(Delivery delivery) {
        log.add(delivery);
    }

    @Override
    public Mono<Void> sent(Delivery delivery) {
        note(delivery);
        return journal.apply(delivery);
    }

    /** The log as the control API shows it; an empty subject means all. */
    public JsonNode view(String subject) {
        return log.view(owed.size(), subject);
    }
}
