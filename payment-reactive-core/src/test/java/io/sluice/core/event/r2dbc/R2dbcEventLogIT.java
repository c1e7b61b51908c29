package io.sluice.core.event.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.event.EventCursor;
import io.sluice.core.event.EventDatabase;
import io.sluice.core.event.EventLog;
import io.sluice.core.event.EventWriters;
import io.sluice.core.event.LoggedEvent;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.event.Published;
import io.sluice.core.id.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class R2dbcEventLogIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private EventDatabase database;
    private EventLog log;

    @BeforeEach
    void migrate() {
        database = EventDatabase.fresh();
        log = new R2dbcEventLog(database.factory());
    }

    @Test
    void aCursorPassesNothingThatCommitsLater() {
        Published read = new Published();
        EventCursor cursor = EventCursor.START;
        try (EventWriters _ = new EventWriters(database, 30).start(6, System.nanoTime())) {
            Instant end = Instant.now().plusSeconds(2);
            while (Instant.now().isBefore(end)) {
                cursor = readOn(read, cursor);
            }
        }
        EventCursor before;
        do {
            before = cursor;
            cursor = readOn(read, cursor);
        } while (!cursor.equals(before));
        read.isWhatWasCommitted(database);
        assertThat(read.arrivals()).isEqualTo(read.size());
    }

    private EventCursor readOn(Published read, EventCursor from) {
        List<LoggedEvent> page = after(from, Set.of(), 100);
        read.add(page.stream().map(LoggedEvent::event).toList());
        return page.isEmpty() ? from : page.getLast().cursor();
    }

    @Test
    void filtersByTypeAndMerchant() {
        writeThreeEventsOfOnePayment();
        assertThat(after(EventCursor.START, Set.of("payment.succeeded"), 10))
                .extracting(logged -> logged.event().type())
                .containsExactly("payment.succeeded");
        assertThat(log.after(MerchantId.next(), EventCursor.START, Set.of(), 10)
                        .collectList()
                        .block(PATIENCE))
                .isEmpty();
    }

    @Test
    void showsOnePaymentAfterASequenceAndOneEventById() {
        writeThreeEventsOfOnePayment();
        PaymentEvent newest = after(EventCursor.START, Set.of(), 10).getLast().event();
        List<PaymentEvent> later = log.of(newest.merchantId(), newest.paymentId(), 1, 10)
                .collectList()
                .block(PATIENCE);
        assertThat(later).extracting(PaymentEvent::sequence).containsExactly(2, 3);
        assertThat(later).last().isEqualTo(newest);
        assertThat(log.find(newest.merchantId(), newest.id()).block(PATIENCE)).isEqualTo(newest);
        assertThat(log.find(MerchantId.next(), newest.id()).block(PATIENCE)).isNull();
    }

    private void writeThreeEventsOfOnePayment() {
        EventWriters writers = new EventWriters(database, 1);
        writers.writeOnce();
        writers.writeOnce();
        writers.writeOnce();
    }

    private List<LoggedEvent> after(EventCursor cursor, Set<String> types, int limit) {
        return log.after(EventWriters.MERCHANT, cursor, types, limit)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
