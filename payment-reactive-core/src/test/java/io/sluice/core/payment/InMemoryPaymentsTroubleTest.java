package io.sluice.core.payment;

import io.sluice.core.payment.model.Payment;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

class InMemoryPaymentsTroubleTest extends PaymentsTroubleContract {

    private final InMemoryPayments payments = new InMemoryPayments(OPTIONS, meters, Schedulers.parallel());

    @Override
    protected Payments payments() {
        return payments;
    }

    @Override
    protected @Nullable Payment stored(Payment payment) {
        return payments.find(payment.merchantId(), payment.id()).block();
    }

    @Override
    protected void holdRequests() {
        payments.store().holdRequests();
    }

    @Override
    protected void loseAnswers() {
        payments.store().loseAnswers();
    }

    @Override
    protected void breakConnections() {
        payments.store().recover();
        payments.store().breakConnections();
    }

    @Override
    protected void goAway() {
        payments.store().goAway();
    }

    @Override
    protected void recover() {
        payments.store().deliver();
    }
}
