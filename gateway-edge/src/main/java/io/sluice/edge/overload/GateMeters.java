package io.sluice.edge.overload;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.http.OpenConnections;
import io.sluice.edge.overload.model.Refusal;

/** What is seen of the gate. Who is refused there leaves nothing else behind: no line, no trace. */
final class GateMeters {

    private GateMeters() {}

    static void register(Gate gate, OpenConnections connections, MeterRegistry meters) {
        Gauge.builder("sluice.connections", connections, OpenConnections::open)
                .description("connections that merchants have open")
                .register(meters);
        Gauge.builder("sluice.gate.limit", gate, it -> it.limits().all())
                .description("requests that may be worked on at once")
                .tag("for", "all")
                .register(meters);
        Gauge.builder("sluice.gate.limit", gate, it -> it.limits().crowd())
                .description("requests that may be worked on at once")
                .tag("for", "large_shares")
                .register(meters);
        Gauge.builder("sluice.gate.working", gate, Gate::working)
                .description("requests that are being worked on, those not counted that wait for a channel")
                .register(meters);
        Gauge.builder("sluice.gate.waiting", gate, Gate::waiting)
                .description("requests that wait until others are done")
                .register(meters);
        Gauge.builder("sluice.gate.open", gate, Gate::open)
                .description("requests that were let in and are not answered")
                .register(meters);
        for (Refusal why : Refusal.values()) {
            FunctionCounter.builder("sluice.gate.refused", gate, it -> it.refusedSinceStart(why))
                    .description("requests that were not let in, or not begun with in time")
                    .tag("reason", why.wireName())
                    .register(meters);
        }
    }
}
