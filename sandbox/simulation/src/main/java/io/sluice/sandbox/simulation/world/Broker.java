package io.sluice.sandbox.simulation.world;

import io.sluice.core.event.PaymentEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The broker: keeps what it acknowledged, in order for each partition, and each group's place. */
public final class Broker {

    public static final int PARTITIONS = 3;

    private final List<List<PaymentEvent>> partitions = Stream.<List<PaymentEvent>>generate(ArrayList::new)
            .limit(PARTITIONS)
            .toList();
    private final Map<String, int[]> places = new LinkedHashMap<>();

    public int append(List<PaymentEvent> events) {
        events.forEach(event -> partitions
                .get(Math.floorMod(event.paymentId().hashCode(), PARTITIONS))
                .add(event));
        return events.size();
    }

    public List<PaymentEvent> read(int partition, int from, int limit) {
        List<PaymentEvent> all = partitions.get(partition);
        return from >= all.size() ? List.of() : List.copyOf(all.subList(from, Math.min(all.size(), from + limit)));
    }

    /** The places that a group has acknowledged, one a partition. */
    public int[] places(String group) {
        return places.computeIfAbsent(group, name -> new int[PARTITIONS]).clone();
    }

    public int acknowledge(String group, int partition, int upTo) {
        int[] known = places(group);
        known[partition] = upTo;
        places.put(group, known);
        return upTo;
    }

    /** Every record, partition after partition. */
    public List<PaymentEvent> records() {
        return partitions.stream().flatMap(List::stream).toList();
    }

    /** Whether a group has acknowledged all there is. */
    public boolean isReadBy(String group) {
        return Arrays.equals(
                places(group), partitions.stream().mapToInt(List::size).toArray());
    }
}
