package io.sluice.ledger.posting.r2dbc;

import io.r2dbc.spi.Statement;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.r2dbc.ElementType;
import io.sluice.ledger.posting.model.Posting;
import java.util.UUID;

/** The events of a batch, as arrays. */
final class EventColumns {

    private final Column<UUID> merchants = new Column<>(ElementType.UUIDS);
    private final Column<UUID> events = new Column<>(ElementType.UUIDS);
    private final Column<UUID> payments = new Column<>(ElementType.UUIDS);
    private final Column<String> times = new Column<>(ElementType.TEXTS);
    private final Column<Integer> sequences = new Column<>(ElementType.INTEGERS);
    private final Column<String> types = new Column<>(ElementType.TEXTS);
    /** Empty when it is not rejected; the body is sent only when it is. */
    private final Column<String> reasons = new Column<>(ElementType.TEXTS);

    private final Column<String> bodies = new Column<>(ElementType.TEXTS);

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
                .bind("$1", merchants.parameter())
                .bind("$2", events.parameter())
                .bind("$3", payments.parameter())
                .bind("$4", times.parameter())
                .bind("$5", sequences.parameter())
                .bind("$6", types.parameter())
                .bind("$7", reasons.parameter())
                .bind("$8", bodies.parameter());
    }
}
