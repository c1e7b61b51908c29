package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.wechat.model.OrderTerms;
import io.sluice.sandbox.simulators.wechat.model.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses what an order meets with: what was set for its number, else the {@code outcome=NAME} in its attach or
 * description, else the usual outcome.
 */
final class Behaviour {
    private final Map<String, Outcome> byNumber = new ConcurrentHashMap<>();
    private volatile Outcome usual;
    private volatile Duration delay;

    Behaviour(Outcome usual, Duration delay) {
        this.usual = usual;
        this.delay = delay;
    }

    Outcome of(OrderTerms terms) {
        Outcome set = byNumber.get(terms.outTradeNo());
        return set != null ? set : marked(terms);
    }

    private Outcome marked(OrderTerms terms) {
        String attach = terms.attach() == null ? "" : terms.attach();
        return Outcome.markedIn(attach)
                .or(() -> Outcome.markedIn(terms.description()))
                .orElse(usual);
    }

    Outcome usual() {
        return usual;
    }

    Duration delay() {
        return delay;
    }

    void usually(Outcome outcome) {
        usual = outcome;
    }

    void delay(Duration payerDelay) {
        delay = payerDelay;
    }

    /** For one number, whether its order is already there or not; an order keeps what it began with. */
    void choose(String outTradeNo, Outcome outcome) {
        byNumber.put(outTradeNo, outcome);
    }
}
