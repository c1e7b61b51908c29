package io.sluice.sandbox.simulators.bank.net;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.bank.model.Message;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.ControlRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import reactor.core.publisher.Mono;

/** How many messages of each type came. */
public final class Traffic {
    private final Map<Integer, LongAdder> counts = new ConcurrentSkipListMap<>();

    void came(Message message) {
        counts.computeIfAbsent(message.type(), first -> new LongAdder()).increment();
    }

    public Mono<Answer> see(ControlRequest request) {
        var view = Json.MAPPER.createObjectNode();
        counts.forEach((type, count) -> view.put("%04x".formatted(type), count.sum()));
        return Mono.just(Answer.ok(view));
    }
}
