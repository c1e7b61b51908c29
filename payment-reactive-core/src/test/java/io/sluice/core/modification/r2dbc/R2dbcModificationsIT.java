package io.sluice.core.modification.r2dbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.gather.Patience;
import io.sluice.core.modification.Modifications;
import io.sluice.core.modification.ModificationsContract;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.r2dbc.PaymentsDatabase;
import io.sluice.core.payment.r2dbc.R2dbcDecisionRecords;
import io.sluice.core.payment.r2dbc.R2dbcPayments;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class R2dbcModificationsIT extends ModificationsContract {

    private static PaymentsDatabase database;
    private static ConnectionFactory factory;
    private static R2dbcPayments payments;
    private static R2dbcModifications modifications;
    private static R2dbcModifications other;

    @BeforeAll
    static void connect() {
        database = PaymentsDatabase.fresh();
        factory = ConnectionFactories.get(database.where().r2dbcUrl());
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        payments = new R2dbcPayments(factory, factory, Patience.named("payments"), meters);
        modifications = new R2dbcModifications(factory, factory, Patience.named("modifications"), meters);
        other = new R2dbcModifications(factory, factory, Patience.named("others"), meters);
        payments.ready().then(modifications.ready()).then(other.ready()).block(LIMIT);
    }

    @AfterAll
    static void disconnect() {
        payments.close().then(modifications.close()).then(other.close()).block(LIMIT);
    }

    @Test
    void theDatabaseItselfHoldsTheLimit() {
        Payment paid = paid();
        assertThatThrownBy(() -> database.query("update sluice.payment set refunded_minor = 1501 where payment_id = '"
                        + paid.id().value() + "' returning 1"))
                .hasMessageContaining("payment_never_refunded_beyond");
    }

    @Override
    protected Payments payments() {
        return payments;
    }

    @Override
    protected Modifications modifications() {
        return modifications;
    }

    @Override
    protected Modifications otherInstance() {
        return other;
    }

    @Override
    protected boolean waits(Payment payment) {
        return Boolean.TRUE.equals(new R2dbcDecisionRecords(factory)
                .waiting(payment.id())
                .hasElement()
                .block(LIMIT));
    }

    @Test
    void theDatabaseItselfHoldsWhatIsInConflict() {
        Payment late = late();
        assertThatThrownBy(() ->
                        database.query("update sluice.payment set give_back_reserved_minor = 1501 where payment_id = '"
                                + late.id().value() + "' returning 1"))
                .hasMessageContaining("payment_never_given_back_beyond");
    }

    @Override
    protected List<String> types(Payment payment) {
        return ofEvents("type", payment);
    }

    @Override
    protected List<Integer> sequences(Payment payment) {
        return ofEvents("sequence", payment).stream().map(Integer::valueOf).toList();
    }

    private static List<String> ofEvents(String column, Payment payment) {
        return database.query("select " + column + " from sluice.payment_event where payment_id = '"
                + payment.id().value() + "' order by sequence");
    }
}
