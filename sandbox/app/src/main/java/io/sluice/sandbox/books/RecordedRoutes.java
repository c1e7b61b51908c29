package io.sluice.sandbox.books;

import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.routing.json.RoutingReader;
import io.sluice.core.routing.model.RoutingRecord.OfAttempt;
import io.sluice.sandbox.place.Place;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** How payments were routed, from the gateway's own records, oldest first. */
public final class RecordedRoutes {
    private static final String SELECT = "select body, routing, version, document from sluice.routing_record where ";

    private RecordedRoutes() {}

    public static List<OfAttempt> of(Place place, PaymentId payment) {
        return read(place, "payment_id = ? order by sequence", payment.value());
    }

    public static List<OfAttempt> since(Place place, MerchantId merchant, Instant from) {
        return read(place, "merchant_id = ? and at >= ? order by at", merchant.value(), Timestamp.from(from));
    }

    private static List<OfAttempt> read(Place place, String condition, Object... parameters) {
        try (SandboxDatabase database = SandboxDatabase.open(place)) {
            return database.query(
                    SELECT + condition,
                    row -> RoutingReader.ofAttempt(
                            row.getString(1), row.getString(2), row.getObject(3, Integer.class), row.getString(4)),
                    parameters);
        }
    }
}
