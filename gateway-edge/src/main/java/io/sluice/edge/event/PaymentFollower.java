package io.sluice.edge.event;

import io.sluice.core.event.EventLog;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** One payment's events, from the log and then live, each once and in order. */
@Component
final class PaymentFollower {

    private static final int MOST_EVENTS = 1000;

    private final EventLog log;
    private final EventHub hub;

    PaymentFollower(EventLog log, EventHub hub) {
        this.log = log;
        this.hub = hub;
    }

    Flux<PaymentEvent> follow(MerchantId merchant, PaymentId payment, int afterSequence) {
        return Flux.defer(() -> {
            Flux<PaymentEvent> live = hub.watch(payment);
            AtomicInteger last = new AtomicInteger(afterSequence);
            return log.of(merchant, payment, afterSequence, MOST_EVENTS)
                    .concatWith(live)
                    .concatMap(event -> closingGaps(merchant, event, last), 1)
                    .doOnNext(event -> last.set(event.sequence()));
        });
    }

    private Flux<PaymentEvent> closingGaps(MerchantId merchant, PaymentEvent event, AtomicInteger last) {
        if (event.sequence() <= last.get()) {
            return Flux.empty();
        }
        return event.sequence() == last.get() + 1
                ? Flux.just(event)
                : log.of(merchant, event.paymentId(), last.get(), MOST_EVENTS);
    }
}
