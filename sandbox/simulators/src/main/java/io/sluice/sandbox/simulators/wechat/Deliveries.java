package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.Journal;
import io.sluice.sandbox.simulators.callback.CallbackSender;
import io.sluice.sandbox.simulators.callback.model.Delivery;
import reactor.core.publisher.Mono;

/** Keeps the sendings of callbacks with all else that the channel knows. */
record Deliveries(State state, Journal journal) implements CallbackSender.Sendings {

    @Override
    public void alsoSent(Delivery delivery) {
        state.deliveries.add(delivery);
    }

    @Override
    public Mono<Void> sent(Delivery delivery) {
        var line = JournalLine.of(delivery);
        state.note(line);
        return journal.append(line);
    }
}
