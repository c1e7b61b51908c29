package io.sluice.compare.stub;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * {@code POST /hooks} takes webhooks. Below {@code /other} is a second channel, whose delay is changed as a simulator's is:
 * {@code POST /other/_sim/weather} with {@code {"latency":{"fixed_ms":3000}}}; any other weather takes that back.
 */
public final class StubServer {
    private static final int NO_CONTENT = 204;
    private static final byte[] PAID = text("{\"state\":\"paid\",\"reference\":\"stub-0000000000000001\"}");
    private static final byte[] WAITING =
            text("{\"state\":\"waiting\",\"reference\":\"stub-0000000000000001\",\"qr_code\":\"stub://1\"}");

    private static final Pattern FIXED = Pattern.compile("\"fixed_ms\":(\\d+)");

    /** Where the second channel is. */
    public static final String OTHER = "/other";

    private final Duration delay;
    private volatile Duration otherDelay;

    private StubServer(Duration delay) {
        this.delay = delay;
        this.otherDelay = delay;
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
                .route(routes -> routes.post(StubChannel.PAID_AT_ONCE, answering(PAID, () -> delay))
                        .post(StubChannel.PAID_LATER, answering(WAITING, () -> delay))
                        .post(OTHER + StubChannel.PAID_AT_ONCE, answering(PAID, () -> otherDelay))
                        .post(OTHER + "/_sim/weather", this::change)
                        .post(
                                "/hooks",
                                (request, response) -> read(request)
                                        .then(response.status(NO_CONTENT).send())))
                .bindNow();
    }

    private static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answering(
            byte[] body, Supplier<Duration> after) {
        return (request, response) ->
                read(request).then(Mono.delay(after.get())).then(Mono.defer(() -> answer(response, body)));
    }

    private Mono<Void> change(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().flatMap(weather -> {
            Matcher fixed = FIXED.matcher(weather);
            otherDelay = fixed.find() ? Duration.ofMillis(Long.parseLong(fixed.group(1))) : delay;
            return response.sendString(Mono.just("{}")).then();
        });
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
