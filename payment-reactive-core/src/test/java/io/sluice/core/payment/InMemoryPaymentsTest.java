package io.sluice.core.payment;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.gather.Patience;
import io.sluice.core.id.PaymentId;
import java.util.List;
import java.util.Objects;
import reactor.core.scheduler.Schedulers;

class InMemoryPaymentsTest extends PaymentsContract {

    private final InMemoryPayments payments =
            new InMemoryPayments(Patience.named("payments"), new SimpleMeterRegistry(), Schedulers.parallel());
    private final InMemoryPayments other =
            payments.another(Patience.named("others"), new SimpleMeterRegistry(), Schedulers.parallel());

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
        return payments.events(id).stream().map(PaymentEvent::sequence).toList();
    }

    @Override
    protected List<String> traceparents(PaymentId id) {
        return payments.events(id).stream()
                .map(PaymentEvent::traceparent)
                .filter(Objects::nonNull)
                .toList();
    }
}
