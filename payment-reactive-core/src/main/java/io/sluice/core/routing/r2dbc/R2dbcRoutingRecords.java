package io.sluice.core.routing.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.r2dbc.Columns;
import io.sluice.core.r2dbc.StoreReads;
import io.sluice.core.routing.RoutingRecords;
import io.sluice.core.routing.json.RoutingReader;
import io.sluice.core.routing.model.RoutingRecord;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Routing's records from the event log. */
public final class R2dbcRoutingRecords implements RoutingRecords {

    private static final String OF_PAYMENT = "select body, routing, version, document from sluice.routing_record"
            + " where merchant_id = :merchant and payment_id = :payment order by sequence";

    private final DatabaseClient database;

    public R2dbcRoutingRecords(ConnectionFactory connections) {
        this.database = DatabaseClient.create(connections);
    }

    @Override
    public Flux<RoutingRecord.OfAttempt> of(MerchantId merchantId, PaymentId id) {
        return StoreReads.bounded(database.sql(OF_PAYMENT)
                .bind("merchant", merchantId.value())
                .bind("payment", id.value())
                .map(R2dbcRoutingRecords::record)
                .all());
    }

    private static RoutingRecord.OfAttempt record(Readable row) {
        Columns columns = new Columns(row);
        return RoutingReader.ofAttempt(
                columns.text("body"),
                columns.text("routing"),
                columns.optional("version", Integer.class),
                columns.optional("document", String.class));
    }
}
