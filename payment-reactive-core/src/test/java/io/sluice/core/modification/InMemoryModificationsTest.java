package io.sluice.core.modification;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.gather.Patience;
import io.sluice.core.memory.DecisionTable;
import io.sluice.core.memory.ModificationTable;
import io.sluice.core.payment.InMemoryPayments;
import io.sluice.core.payment.Payments;
import io.sluice.core.payment.model.Payment;
import java.util.List;
import reactor.core.scheduler.Schedulers;

class InMemoryModificationsTest extends ModificationsContract {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InMemoryPayments payments =
            new InMemoryPayments(Patience.named("payments"), meters, Schedulers.parallel());
    private final ModificationTable table = new ModificationTable(payments.table());
    private final InMemoryModifications modifications =
            new InMemoryModifications(table, Patience.named("modifications"), meters);
    private final InMemoryModifications other = new InMemoryModifications(table, Patience.named("others"), meters);

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
        return new DecisionTable(payments.table())
                .waiting()
                .anyMatch(waiting -> waiting.paymentId().equals(payment.id()));
    }

    @Override
    protected List<String> types(Payment payment) {
        return payments.events(payment.id()).stream().map(PaymentEvent::type).toList();
    }

    @Override
    protected List<Integer> sequences(Payment payment) {
        return payments.events(payment.id()).stream()
                .map(PaymentEvent::sequence)
                .toList();
    }
}
