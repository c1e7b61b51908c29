package io.sluice.sandbox.simulators.wechat;

import io.netty.buffer.Unpooled;
import io.sluice.sandbox.simulators.wechat.keys.Nonces;
import io.sluice.sandbox.simulators.wechat.model.Decision.Granted;
import io.sluice.sandbox.simulators.wechat.model.Decision.Refused;
import io.sluice.sandbox.simulators.wechat.model.ErrorCode;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** What every request passes: injected faults, the check of its signature, the endpoint, and the signing of the answer. */
final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final byte[] EMPTY = {};

    private final RequestCheck check;
    private final Faults faults;
    private final Signer signer;
    private final Threads threads;

    Gate(RequestCheck check, Faults faults, Signer signer, Threads threads) {
        this.check = check;
        this.faults = faults;
        this.signer = signer;
        this.threads = threads;
    }

    BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> before(Endpoint endpoint) {
        return (request, response) -> request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(EMPTY)
                .publishOn(threads.workers())
                .flatMap(body -> answer(endpoint, request, body))
                .onErrorResume(this::broken)
                .delayUntil(answer -> slowly())
                .publishOn(threads.workers())
                .flatMap(answer -> write(answer, response));
    }

    private Mono<Answer> answer(Endpoint endpoint, HttpServerRequest request, byte[] body) {
        if (faults.strikes(Fault.DROP_CONNECTION)) {
            return Mono.just(Answer.DROPPED);
        }
        var signed = new SignedRequest(request.method().name(), request.uri(), body);
        UnaryOperator<String> path = name -> Objects.requireNonNullElse(request.param(name), "");
        return switch (check.check(request.requestHeaders().get("Authorization"), signed)) {
            case Granted<KnownMerchant>(KnownMerchant merchant) ->
                act(endpoint, new Endpoint.Call(merchant, signed, path));
            case Refused<KnownMerchant>(Refusal refusal) -> Mono.just(Answer.error(refusal));
        };
    }

    private Mono<Answer> act(Endpoint endpoint, Endpoint.Call call) {
        if (faults.strikes(Fault.FREQUENCY_LIMITED)) {
            return Mono.just(Answer.error(ErrorCode.FREQUENCY_LIMITED, "Too many requests, slow down"));
        }
        if (faults.strikes(Fault.SYSTEM_ERROR_BEFORE)) {
            return Mono.just(Answer.error(ErrorCode.SYSTEM_ERROR, "Something broke, try again"));
        }
        return endpoint.answer(call).map(this::spoiled);
    }

    private Answer spoiled(Answer right) {
        if (faults.strikes(Fault.DROP_AFTER)) {
            return Answer.DROPPED;
        }
        return faults.strikes(Fault.SYSTEM_ERROR_AFTER)
                ? Answer.error(ErrorCode.SYSTEM_ERROR, "Something broke, try again")
                : right;
    }

    private Mono<Answer> broken(Throwable cause) {
        LOG.error("A request failed", cause);
        return Mono.just(Answer.error(ErrorCode.SYSTEM_ERROR, "The simulator itself failed, see its log"));
    }

    private Mono<?> slowly() {
        return faults.latency().isZero() ? Mono.empty() : threads.pause(faults.latency());
    }

    private Mono<Void> write(Answer answer, HttpServerResponse response) {
        return switch (answer.manner()) {
            case NEVER -> Mono.never();
            case DROPPED -> Mono.<Void>never().doOnSubscribe(asked -> response.withConnection(c -> c.dispose()));
            case SIGNED, UNREADABLE -> send(answer, response, UnaryOperator.identity());
            case FORGED -> send(answer, response, Signer.FORGED);
        };
    }

    private Mono<Void> send(Answer answer, HttpServerResponse response, UnaryOperator<String> spoil) {
        byte[] body = answer.bytes();
        response.status(answer.status()).header("Request-ID", Nonces.next());
        signer.sign(response.responseHeaders(), body, spoil);
        if (answer.body() == null) {
            return response.send().then();
        }
        response.header("Content-Type", "application/json; charset=utf-8")
                .header("Content-Length", Integer.toString(body.length));
        return response.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .then();
    }
}
