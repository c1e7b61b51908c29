package io.sluice.core.event.r2dbc;

import io.r2dbc.spi.Readable;
import io.sluice.core.event.EventCursor;
import io.sluice.core.event.LoggedEvent;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Rows of {@code sluice.payment_event} as values. */
final class EventRows {

    /** In the order in which they are read below. */
    static final String COLUMNS =
            "event_id, type, merchant_id, payment_id, sequence, at, body, traceparent, xid, position";

    private EventRows() {}

    static PaymentEvent event(Readable row) {
        return new PaymentEvent(
                new EventId(get(row, 0, UUID.class)),
                get(row, 1, String.class),
                new MerchantId(get(row, 2, UUID.class)),
                new PaymentId(get(row, 3, UUID.class)),
                get(row, 4, Integer.class),
                get(row, 5, Instant.class),
                get(row, 6, String.class),
                row.get(7, String.class));
    }

    static LoggedEvent logged(Readable row) {
        return new LoggedEvent(cursor(row, 8), event(row));
    }

    /** @param column of the xid; the position is the next one */
    static EventCursor cursor(Readable row, int column) {
        return new EventCursor(get(row, column, Long.class), get(row, column + 1, Long.class));
    }

    private static <T> T get(Readable row, int column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
