package io.sluice.sandbox.simulators.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.Threads;
import io.sluice.sandbox.simulators.weather.Fields;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Lets the control API's requests in, unsigned, from this machine only. */
public final class ControlGate {
    private static final Logger LOG = LoggerFactory.getLogger(ControlGate.class);
    private static final byte[] EMPTY = {};

    private ControlGate() {}

    public static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> before(
            Threads threads, Function<ControlRequest, Mono<Answer>> operation) {
        return (request, response) -> request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(EMPTY)
                .publishOn(threads.workers())
                .flatMap(body -> local(request) ? operation.apply(read(request, body)) : strangers())
                .onErrorResume(ControlGate::failed)
                .publishOn(threads.workers())
                .flatMap(answer -> write(answer, response));
    }

    private static ControlRequest read(HttpServerRequest request, byte[] body) {
        var query = new QueryStringDecoder(request.uri()).parameters();
        String number = Objects.requireNonNullElse(request.param("no"), "");
        JsonNode json = body.length == 0 ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(body);
        return new ControlRequest(
                QueryStringDecoder.decodeComponent(number),
                name -> query.getOrDefault(name, List.of("")).getFirst(),
                json);
    }

    private static boolean local(HttpServerRequest request) {
        InetSocketAddress peer = request.remoteAddress();
        return peer != null && peer.getAddress().isLoopbackAddress();
    }

    private static Mono<Answer> strangers() {
        return Mono.just(Answer.problem(403, "NOT_LOCAL", "The control API answers this machine only"));
    }

    private static Mono<Answer> failed(Throwable cause) {
        if (cause instanceof JacksonException) {
            return Mono.just(Answer.problem(400, "PARAM_ERROR", "The body must be JSON"));
        }
        if (cause instanceof Fields.Wrong wrong) {
            return Mono.just(Answer.problem(400, "PARAM_ERROR", String.valueOf(wrong.getMessage())));
        }
        LOG.error("A control request failed", cause);
        return Mono.just(Answer.problem(500, "SYSTEM_ERROR", "The simulator itself failed, see its log"));
    }

    private static Mono<Void> write(Answer answer, HttpServerResponse response) {
        byte[] body = answer.bytes();
        return response.status(answer.status())
                .header("Content-Type", "application/json; charset=utf-8")
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .then();
    }
}
