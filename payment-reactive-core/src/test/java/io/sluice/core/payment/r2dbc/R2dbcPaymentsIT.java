package io.sluice.core.payment.r2dbc;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.gather.Patience;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.PaymentsContract;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class R2dbcPaymentsIT extends PaymentsContract {

    private static PaymentsDatabase database;
    private static R2dbcPayments payments;
    private static R2dbcPayments other;

    @BeforeAll
    static void connect() {
        database = PaymentsDatabase.fresh();
        ConnectionFactory factory = ConnectionFactories.get(database.where().r2dbcUrl());
        payments = new R2dbcPayments(factory, factory, Patience.named("payments"), new SimpleMeterRegistry());
        other = new R2dbcPayments(factory, factory, Patience.named("others"), new SimpleMeterRegistry());
        payments.ready().then(other.ready()).block(LIMIT);
    }

    @AfterAll
    static void disconnect() {
        payments.close().then(other.close()).block(LIMIT);
    }

    @Override
    protected Payments payments() {
        return payments;
    }

    @Override
    protected Payments otherInstance() {
        return other;
    }

    @Override
    protected List<Integer> sequences(PaymentId id) {
        return ofEvents("sequence", id).stream().map(Integer::valueOf).toList();
    }

    @Override
    protected List<String> traceparents(PaymentId id) {
        return ofEvents("traceparent", id).stream().filter(Objects::nonNull).toList();
    }

    private static List<String> ofEvents(String column, PaymentId id) {
        return database.query("select " + column + " from sluice.payment_event where payment_id = '" + id.value()
                + "' order by position");
    }
}
