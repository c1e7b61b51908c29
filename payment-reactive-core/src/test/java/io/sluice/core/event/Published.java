package io.sluice.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.id.EventId;
import io.sluice.core.id.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What arrived, each event once, in the order of its first arrival. */
public final class Published {

    private final Map<EventId, PaymentEvent> events = new LinkedHashMap<>();
    private int arrivals;

    public synchronized void add(Collection<PaymentEvent> arrived) {
        arrived.forEach(event -> events.putIfAbsent(event.id(), event));
        arrivals += arrived.size();
    }

    public synchronized int size() {
        return events.size();
    }

    public synchronized int arrivals() {
        return arrivals;
    }

    public synchronized boolean has(EventId id) {
        return events.containsKey(id);
    }

    public synchronized List<PaymentEvent> all() {
        return List.copyOf(events.values());
    }

    /** Waits until as many came as were committed, then holds both against each other. */
    public void isWhatWasCommitted(EventDatabase database) {
        List<String> committed = database.query("select event_id from sluice.payment_event");
        await(Duration.ofSeconds(30), () -> size() >= committed.size());
        assertThat(all().stream().map(event -> event.id().value().toString()))
                .containsExactlyInAnyOrderElementsOf(committed);
        keptTheOrderOfEachPayment();
    }

    public void keptTheOrderOfEachPayment() {
        Map<PaymentId, List<Integer>> sequences = all().stream()
                .collect(Collectors.groupingBy(
                        PaymentEvent::paymentId,
                        HashMap::new,
                        Collectors.mapping(PaymentEvent::sequence, Collectors.toList())));
        assertThat(sequences)
                .allSatisfy((_, sequence) -> assertThat(sequence)
                        .isEqualTo(IntStream.rangeClosed(1, sequence.size())
                                .boxed()
                                .toList()));
    }

    /** Looks again and again until it holds. */
    public static void await(Duration atMost, BooleanSupplier holds) {
        Instant deadline = Instant.now().plus(atMost);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as("it did not come true in %s", atMost).isBefore(deadline);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
