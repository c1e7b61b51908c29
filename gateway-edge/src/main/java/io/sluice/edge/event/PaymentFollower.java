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
        return hub.followedWhileListening(payment, live -> {
            AtomicInteger last = new AtomicInteger(afterSequence);
            Flux<PaymentEvent> unread = Flux.defer(() -> log.of(merchant, payment, last.get(), MOST_EVENTS))
                    .retryWhen(LookAgain.untilTheStoreIsBack())
                    .onTerminateDetach();
            Flux<Flux<PaymentEvent>> heard = live.map(event -> closingGap(event, last, unread));
            Flux<Flux<PaymentEvent>> looks = LookAgain.nowAndThen().map(tick -> unread);
            return unread.concatWith(heard.mergeWith(looks).concatMap(events -> events, 1))
                    .doOnNext(event -> last.set(event.sequence()));
        });
    }

    /** Deferred, for what was last is known only once everything before the event was handed on. */
    private static Flux<PaymentEvent> closingGap(PaymentEvent event, AtomicInteger last, Flux<PaymentEvent> unread) {
        return Flux.defer(() -> {
            if (event.sequence() <= last.get()) {
                return Flux.empty();
            }
            return event.sequence() == last.get() + 1 ? Flux.just(event) : unread;
        });
    }
}
