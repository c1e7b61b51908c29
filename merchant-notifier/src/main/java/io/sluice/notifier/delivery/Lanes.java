package io.sluice.notifier.delivery;

import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.delivery.Deliveries.Rooms;
import io.sluice.notifier.delivery.model.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lanes of all endpoints, and for which of them something is to be taken next. Belongs to one thread. */
final class Lanes {

    /** Lanes that are kept though they hold nothing, those that were idle last; each is named in every statement that queues. */
    private static final int REMEMBERED = 64;

    private final Limits limits;
    private final Map<WebhookEndpointId, Lane> lanes = new HashMap<>();
    private final Set<WebhookEndpointId> wanted = new LinkedHashSet<>();
    /** Some may be busy again. The first has been idle for longest. */
    private final LinkedHashSet<WebhookEndpointId> idle = new LinkedHashSet<>();

    private int held;

    Lanes(Limits limits) {
        this.limits = limits;
    }

    /** Something is due for these endpoints. */
    void want(Collection<WebhookEndpointId> endpoints) {
        wanted.addAll(endpoints);
    }

    /**
     * How much to take for whom, first come first served. An endpoint whose lane is full is asked for again when there is
     * room; one for which all lanes together have no room stays first in turn.
     */
    Map<WebhookEndpointId, Integer> claim() {
        Map<WebhookEndpointId, Integer> rooms = new LinkedHashMap<>();
        int free = limits.inFlight() - held;
        for (Iterator<WebhookEndpointId> turn = wanted.iterator(); turn.hasNext() && free > 0; ) {
            WebhookEndpointId endpoint = turn.next();
            int room = Math.min(free, room(endpoint));
            if (room > 0) {
                rooms.put(endpoint, room);
                free -= room;
            }
            turn.remove();
        }
        return rooms;
    }

    /** How many new ones may be taken as they are queued; none for an endpoint for which older ones wait. */
    Rooms rooms() {
        int free = Math.max(0, limits.inFlight() - held);
        Map<WebhookEndpointId, Integer> rooms = new HashMap<>();
        lanes.forEach((endpoint, lane) -> rooms.put(endpoint, lane.expectsMore() ? 0 : Math.min(free, lane.room())));
        wanted.forEach(endpoint -> rooms.put(endpoint, 0));
        return new Rooms(rooms, Math.min(free, Lane.firstRoom(limits.inFlightPerEndpoint())));
    }

    private int room(WebhookEndpointId endpoint) {
        Lane lane = lane(endpoint);
        int room = lane.room();
        lane.expectMore(room == 0);
        return room;
    }

    /**
     * Puts what was taken into the lanes.
     *
     * @return how many for whom
     */
    Map<WebhookEndpointId, Integer> add(List<Delivery> taken, Instant startBefore) {
        Map<WebhookEndpointId, Integer> counts = new HashMap<>();
        for (Delivery delivery : taken) {
            lane(delivery.endpointId()).add(delivery, startBefore);
            counts.merge(delivery.endpointId(), 1, Integer::sum);
        }
        held += taken.size();
        return counts;
    }

    /** Puts what was taken for these rooms into the lanes; a room that is full is likely to be too small. */
    void add(Map<WebhookEndpointId, Integer> rooms, List<Delivery> taken, Instant startBefore) {
        Map<WebhookEndpointId, Integer> counts = add(taken, startBefore);
        rooms.forEach((endpoint, room) -> {
            lane(endpoint).expectMore(counts.getOrDefault(endpoint, 0) >= room);
            forgetIfIdle(endpoint);
        });
    }

    /** What may be sent to the endpoint now. */
    List<Delivery> start(WebhookEndpointId endpoint, Instant now) {
        List<Delivery> started = new ArrayList<>();
        Lane lane = lane(endpoint);
        int before = lane.held();
        for (var next = lane.start(now); next.isPresent(); next = lane.start(now)) {
            started.add(next.get());
        }
        held -= before - lane.held();
        return started;
    }

    void answered(WebhookEndpointId endpoint, boolean delivered) {
        lane(endpoint).answered(delivered);
    }

    void settled(WebhookEndpointId endpoint) {
        Lane lane = lane(endpoint);
        lane.settled();
        held--;
        if (lane.wantsMore()) {
            wanted.add(endpoint);
        }
    }

    /** Everything that is queued and not on its way, for somebody else to take. */
    List<Delivery> drain() {
        List<Delivery> drained = new ArrayList<>();
        lanes.values().forEach(lane -> drained.addAll(lane.drain()));
        held -= drained.size();
        wanted.clear();
        return drained;
    }

    /** How many deliveries are held: queued, on their way, or being recorded. */
    int held() {
        return held;
    }

    /** A few are remembered: what comes in bursts would else begin anew with each, and be read back from the database. */
    void forgetIfIdle(WebhookEndpointId endpoint) {
        if (!lane(endpoint).isForgettable()) {
            return;
        }
        idle.addLast(endpoint);
        if (idle.size() > REMEMBERED) {
            WebhookEndpointId longest = idle.removeFirst();
            lanes.computeIfPresent(longest, (_, lane) -> lane.isForgettable() ? null : lane);
        }
    }

    private Lane lane(WebhookEndpointId endpoint) {
        return lanes.computeIfAbsent(endpoint, _ -> new Lane(limits.inFlightPerEndpoint()));
    }
}
