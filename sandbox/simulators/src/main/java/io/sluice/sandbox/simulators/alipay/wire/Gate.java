package io.sluice.sandbox.simulators.alipay.wire;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.alipay.model.SubCode;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.FaultyGate;
import io.sluice.sandbox.simulators.weather.Weather;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What every request passes: injected faults, the checks of its parameters, its method, and the seal on the answer. */
public final class Gate implements FaultyGate.Excuses {
    private static final String OURS = "alipay.";

    private final Map<String, Call.Endpoint> methods;
    private final RequestCheck check;
    private final Seal seal;
    private final FaultyGate faulty;

    public Gate(
            Map<String, Call.Endpoint> methods,
            Map<String, KnownApp> apps,
            Weather weather,
            Seal seal,
            Threads threads,
            InstantSource clock) {
        this.methods = methods;
        this.check = new RequestCheck(apps, clock);
        this.seal = seal;
        this.faulty = new FaultyGate(weather, threads, this, (response, body, manner) -> {});
    }

    public BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> door() {
        return faulty.before(this::answer);
    }

    private Mono<Answer> answer(HttpServerRequest request, byte[] body) {
        Parameters parameters;
        try {
            parameters = Parameters.of(request.uri(), body);
        } catch (IllegalArgumentException malformed) {
            return Mono.just(seal.envelope("", Answers.error(SubCode.INVALID_CONTENT)));
        }
        String method = parameters.get("method");
        return answer(method, parameters).map(answer -> seal.envelope(method, answer));
    }

    private Mono<Answer> answer(String method, Parameters parameters) {
        if (method.isEmpty()) {
            return Mono.just(Answers.error(SubCode.MISSING_METHOD));
        }
        Call.Endpoint endpoint = methods.get(method);
        if (endpoint == null) {
            return Mono.just(
                    Answers.error(method.startsWith(OURS) ? SubCode.INSUFFICIENT_PERMISSIONS : SubCode.INVALID_METHOD));
        }
        return check.check(parameters)
                .either(app -> answer(endpoint, app, parameters), refusal -> Mono.just(Answers.error(refusal)));
    }

    private static Mono<Answer> answer(Call.Endpoint endpoint, KnownApp app, Parameters parameters) {
        try {
            JsonNode content = Json.MAPPER.readTree(parameters.get("biz_content"));
            return content.isObject()
                    ? endpoint.answer(new Call(app, parameters, content))
                    : Mono.just(Answers.error(SubCode.INVALID_CONTENT));
        } catch (JacksonException unreadable) {
            return Mono.just(Answers.error(
                    new Refusal(SubCode.INVALID_CONTENT, "'biz_content' must be a JSON object, each name once")));
        }
    }

    @Override
    public Answer busy(HttpServerRequest request, byte[] body) {
        return excuse(request, body, SubCode.CALL_LIMITED);
    }

    @Override
    public Answer broken(HttpServerRequest request, byte[] body) {
        return excuse(request, body, SubCode.SYSTEM_ERROR);
    }

    private Answer excuse(HttpServerRequest request, byte[] body, SubCode why) {
        return seal.envelope(Parameters.of(request.uri(), body).get("method"), Answers.error(why));
    }
}
