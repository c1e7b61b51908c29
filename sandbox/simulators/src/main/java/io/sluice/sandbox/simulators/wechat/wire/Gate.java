package io.sluice.sandbox.simulators.wechat.wire;

import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.FaultyGate;
import io.sluice.sandbox.simulators.keys.Nonces;
import io.sluice.sandbox.simulators.model.Decision.Granted;
import io.sluice.sandbox.simulators.model.Decision.Refused;
import io.sluice.sandbox.simulators.weather.Weather;
import io.sluice.sandbox.simulators.wechat.model.ErrorCode;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** What every request passes: injected faults, the check of its signature, the endpoint, and the signing of the answer. */
public final class Gate {
    private static final Answer BUSY = Answers.error(ErrorCode.FREQUENCY_LIMITED, "Too many requests, slow down");
    private static final Answer BROKEN = Answers.error(ErrorCode.SYSTEM_ERROR, "Something broke, try again");

    private final RequestCheck check;
    private final Signer signer;
    private final FaultyGate faulty;

    public Gate(RequestCheck check, Weather weather, Signer signer, Threads threads) {
        this.check = check;
        this.signer = signer;
        this.faulty = new FaultyGate(weather, threads, FaultyGate.Excuses.always(BUSY, BROKEN), this::sign);
    }

    public BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> before(Endpoint endpoint) {
        return faulty.before((request, body) -> answer(endpoint, request, body));
    }

    private Mono<Answer> answer(Endpoint endpoint, HttpServerRequest request, byte[] body) {
        var signed = new SignedRequest(request.method().name(), request.uri(), body);
        UnaryOperator<String> path = name -> Objects.requireNonNullElse(request.param(name), "");
        return switch (check.check(request.requestHeaders().get("Authorization"), signed)) {
            case Granted<KnownMerchant, Refusal>(KnownMerchant merchant) ->
                endpoint.answer(new Endpoint.Call(merchant, signed, path));
            case Refused<KnownMerchant, Refusal>(Refusal refusal) -> Mono.just(Answers.error(refusal));
        };
    }

    private void sign(HttpServerResponse response, byte[] body, Answer.Manner manner) {
        response.header("Request-ID", Nonces.next());
        signer.sign(
                response.responseHeaders(),
                body,
                manner == Answer.Manner.FORGED ? Signer.FORGED : UnaryOperator.identity());
    }
}
