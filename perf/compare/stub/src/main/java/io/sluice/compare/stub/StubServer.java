package io.sluice.compare.stub;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The channel of all contestants. {@code POST /orders} with {@code {number, amount, currency}} is answered after a delay by
 * {@code {"state":"paid","reference":"stub-…"}}, {@code POST /orders/later} by a state of {@code waiting} and a QR code;
 * nothing is signed, kept or checked, for what a channel costs its own machine is not what is compared.
 * {@code POST /hooks} takes webhooks.
 */
public final class StubServer {
    private static final int NO_CONTENT = 204;
    private static final byte[] PAID = text("{\"state\":\"paid\",\"reference\":\"stub-0000000000000001\"}");
    private static final byte[] WAITING =
            text("{\"state\":\"waiting\",\"reference\":\"stub-0000000000000001\",\"qr_code\":\"stub://1\"}");

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
                .route(routes -> routes.post(StubChannel.PAID_AT_ONCE, answering(PAID))
                        .post(StubChannel.PAID_LATER, answering(WAITING))
                        .post(
                                "/hooks",
                                (request, response) -> read(request)
                                        .then(response.status(NO_CONTENT).send())))
                .bindNow();
    }

    private BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answering(byte[] body) {
        return (request, response) ->
                read(request).then(Mono.delay(delay)).then(Mono.defer(() -> answer(response, body)));
    }

    private static Mono<Void> answer(HttpServerResponse response, byte[] body) {
        return response.header("Content-Type", "application/json")
                .header("Content-Length", String.valueOf(body.length))
                .sendObject(Unpooled.wrappedBuffer(body))
                .then();
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.US_ASCII);
    }

    private static Mono<Void> read(HttpServerRequest request) {
        return request.receive().then();
    }
}
