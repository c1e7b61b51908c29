package io.sluice.compare.stub;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The channel of all contestants. {@code POST /orders} with {@code {number, amount, currency}} is answered after a delay by
 * {@code {"state":"paid","reference":"stub-…"}}; nothing is signed, kept or checked, for what a channel costs its own
 * machine is not what is compared. {@code POST /hooks} takes webhooks.
 */
public final class StubServer {
    private static final int NO_CONTENT = 204;
    private static final byte[] PAID =
            "{\"state\":\"paid\",\"reference\":\"stub-0000000000000001\"}".getBytes(StandardCharsets.US_ASCII);

    private final Duration delay;

    private StubServer(Duration delay) {
        this.delay = delay;
    }

    /** Arguments: the port and the delay in milliseconds. Runs until it is killed. */
    public static void main(String[] args) {
        var stub = new StubServer(Duration.ofMillis(Long.parseLong(args[1])));
        stub.listen(Integer.parseInt(args[0])).onDispose().block();
    }

    private DisposableServer listen(int port) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .maxKeepAliveRequests(-1)
                .route(routes -> routes.post("/orders", this::pay)
                        .post(
                                "/hooks",
                                (request, response) -> read(request)
                                        .then(response.status(NO_CONTENT).send())))
                .bindNow();
    }

    private Mono<Void> pay(HttpServerRequest request, HttpServerResponse response) {
        return read(request).then(Mono.delay(delay)).then(Mono.defer(() -> answer(response)));
    }

    private static Mono<Void> answer(HttpServerResponse response) {
        return response.header("Content-Type", "application/json")
                .header("Content-Length", String.valueOf(PAID.length))
                .sendObject(Unpooled.wrappedBuffer(PAID))
                .then();
    }

    private static Mono<Void> read(HttpServerRequest request) {
        return request.receive().then();
    }
}
