package io.sluice.ledger.posting.r2dbc;

import io.r2dbc.spi.Statement;
import io.sluice.core.event.PaymentEvent;
import io.sluice.ledger.posting.model.Posting;
import java.util.UUID;

/** The events of a batch, as arrays. */
final class EventColumns {

    private final Column<UUID> merchants = new Column<>(UUID[]::new);
    private final Column<UUID> events = new Column<>(UUID[]::new);
    private final Column<UUID> payments = new Column<>(UUID[]::new);
    private final Column<String> times = Column.ofText();
    private final Column<Integer> sequences = Column.ofInt();
    private final Column<String> types = Column.ofText();
    /** Empty when it is not rejected; the body is sent only when it is. */
    private final Column<String> reasons = Column.ofText();

    private final Column<String> bodies = Column.ofText();

    /** Returns the row's number, from 1. */
    int add(Posting posting) {
        PaymentEvent event = posting.event();
        merchants.add(event.merchantId().value());
        events.add(event.id().value());
        payments.add(event.paymentId().value());
        times.add(event.at().toString());
        sequences.add(event.sequence());
        types.add(Storable.text(event.type()));
        if (posting instanceof Posting.Reject(PaymentEvent rejected, String reason)) {
            reasons.add(Storable.text(reason));
            bodies.add(Storable.text(rejected.body()));
        } else {
            reasons.add("");
            bodies.add("");
        }
        return events.size();
    }

    void bind(Statement statement) {
        statement
                .bind("$1", merchants.toArray())
                .bind("$2", events.toArray())
                .bind("$3", payments.toArray())
                .bind("$4", times.toArray())
                .bind("$5", sequences.toArray())
                .bind("$6", types.toArray())
                .bind("$7", reasons.toArray())
                .bind("$8", bodies.toArray());
    }
}
