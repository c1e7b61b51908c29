package io.sluice.sandbox.simulators.http;

import io.sluice.sandbox.simulators.Json;
import java.time.Duration;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The control API's part about faults. */
public record FaultControl(Faults faults) {

    public Mono<Answer> see(ControlRequest request) {
        var answer = Json.MAPPER
                .createObjectNode()
                .put("latency_ms", faults.latency().toMillis());
        for (Fault fault : Fault.values()) {
            answer.put(fault.label(), faults.left(fault));
        }
        return Mono.just(Answer.ok(answer));
    }

    /** {@code {"latency_ms": N, "drop_connection": TIMES, …}}; a negative TIMES strikes until it is set again. */
    public Mono<Answer> set(ControlRequest request) {
        JsonNode latency = request.body().path("latency_ms");
        if (latency.isIntegralNumber()) {
            faults.latency(Duration.ofMillis(latency.longValue()));
        }
        for (Fault fault : Fault.values()) {
            JsonNode times = request.body().path(fault.label());
            if (times.isIntegralNumber()) {
                faults.set(fault, times.intValue());
            }
        }
        return see(request);
    }
}
