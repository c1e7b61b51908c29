package io.sluice.sandbox.simulators.bank.net;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.bank.model.De;
import io.sluice.sandbox.simulators.bank.model.Message;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.ControlRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import reactor.core.publisher.Mono;

/** How many messages of each type came, reversals by their reason too, and how often somebody signed on. */
public final class Traffic {
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

    void came(Message message) {
        count("%04x".formatted(message.type()));
        if (message.type() == 0x0400) {
            count("0400 " + message.text(De.CODE));
        }
    }

    void signedOn() {
        count("sign_on");
    }

    private void count(String what) {
        counts.computeIfAbsent(what, first -> new LongAdder()).increment();
    }

    public Mono<Answer> see(ControlRequest request) {
        var view = Json.MAPPER.createObjectNode();
        counts.forEach((type, count) -> view.put(type, count.sum()));
        return Mono.just(Answer.ok(view));
    }
}
