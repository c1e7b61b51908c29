package io.sluice.core.payment.r2dbc;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.PaymentsTroubleContract;
import io.sluice.core.payment.model.Payment;
import io.sluice.sandbox.servers.FaultProxy;
import io.sluice.sandbox.servers.TestServers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class R2dbcPaymentsTroubleIT extends PaymentsTroubleContract {

    private static PaymentsDatabase database;
    private static ConnectionFactory direct;

    private FaultProxy proxy;
    private R2dbcPayments payments;

    @BeforeAll
    static void migrate() {
        database = PaymentsDatabase.fresh();
        direct = ConnectionFactories.get(database.where().r2dbcUrl());
    }

    @BeforeEach
    void connect() {
        proxy = TestServers.proxyTo(TestServers.postgres());
        ConnectionFactory proxied =
                ConnectionFactories.get(database.where().through(proxy).r2dbcUrl());
        payments = new R2dbcPayments(proxied, direct, OPTIONS, meters);
        payments.ready().block(LIMIT);
    }

    @AfterEach
    void disconnect() {
        proxy.heal();
        payments.close().block(LIMIT);
        proxy.close();
    }

    @Override
    protected Payments payments() {
        return payments;
    }

    @Override
    protected @Nullable Payment stored(Payment payment) {
        return payments.find(payment.merchantId(), payment.id()).block(LIMIT);
    }

    @Override
    protected void holdRequests() {
        proxy.stall();
    }

    @Override
    protected void loseAnswers() {
        proxy.loseAnswers();
    }

    @Override
    protected void breakConnections() {
        proxy.cut();
        proxy.heal();
    }

    @Override
    protected void goAway() {
        proxy.refuse();
    }

    @Override
    protected void recover() {
        proxy.heal();
    }
}
