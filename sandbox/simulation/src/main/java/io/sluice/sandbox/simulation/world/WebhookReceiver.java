package io.sluice.sandbox.simulation.world;

import io.sluice.core.id.EventId;
import io.sluice.sandbox.simulation.time.Chance;
import io.sluice.sandbox.simulation.time.SimulatedTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the merchant hears of events. In its first hours it does not always take them. */
public final class WebhookReceiver {

    private static final Duration ON_ITS_FEET_AFTER = Duration.ofHours(1);

    private final SimulatedTime time;
    private final Chance chance;
    private final double broken;
    private final Map<EventId, String> received = new LinkedHashMap<>();

    public WebhookReceiver(SimulatedTime time, Chance chance) {
        this.time = time;
        this.chance = chance;
        this.broken = chance.pick(List.of(0.0, 0.1, 0.5));
    }

    /** Answers with an HTTP status. */
    public int receive(EventId event, String body) {
        if (time.elapsed().compareTo(ON_ITS_FEET_AFTER) < 0 && chance.of(broken)) {
            return 500;
        }
        received.put(event, body);
        return 200;
    }

    /** The body that came for an event that was taken; null when it never came. */
    public @Nullable String body(EventId event) {
        return received.get(event);
    }
}
