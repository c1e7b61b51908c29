package io.sluice.sandbox.simulators.http;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.weather.Weather;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRoutes;

/** The control API under {@code /_sim}: what all simulators have, and what a channel adds. */
public final class ControlRoutes {
    private static final String ROOT = "/_sim";

    private final HttpServerRoutes routes;
    private final Threads threads;

    private ControlRoutes(HttpServerRoutes routes, Threads threads) {
        this.routes = routes;
        this.threads = threads;
    }

    public static ControlRoutes of(HttpServerRoutes routes, Threads threads, Behaviour<?> behaviour, Weather weather) {
        var control = new WeatherControl(weather, behaviour);
        return new ControlRoutes(routes, threads)
                .get("/outcomes", behaviour::outcomes)
                .get("/behaviour", behaviour::see)
                .post("/behaviour", behaviour::set)
                .post("/orders/{no}/behaviour", behaviour::set)
                .get("/faults", control::seeFaults)
                .post("/faults", control::setFaults)
                .get("/weather", control::see)
                .post("/weather", control::set);
    }

    public ControlRoutes get(String path, Function<ControlRequest, Mono<Answer>> operation) {
        routes.get(ROOT + path, ControlGate.before(threads, operation));
        return this;
    }

    public ControlRoutes post(String path, Function<ControlRequest, Mono<Answer>> operation) {
        routes.post(ROOT + path, ControlGate.before(threads, operation));
        return this;
    }
}
