package io.sluice.channels.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.sluice.channels.fixture.Eventually;
import io.sluice.channels.http.Sent.Answered;
import io.sluice.channels.http.Sent.Lost;
import io.sluice.channels.http.net.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableChannel;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpResources;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Many at once over few connections, from all threads: each is answered, and with his own answer. */
class StressTest {

    private static final int MANY = 10_000;
    private static final int AT_ONCE = 400;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final long seed = System.nanoTime();
    private final AtomicInteger carriedOut = new AtomicInteger();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();

    @AfterEach
    void close() {
        server.disposeNow();
    }

    /** With one connection everybody waits for it: whoever were forgotten in the line would wait for two minutes. */
    @Test
    void overOneConnection() {
        assertThat(ask(exchange(1), "/fast/")).allSatisfy(StressTest::isItsOwn);
        assertThat(carriedOut).hasValue(MANY);
    }

    @Test
    void overAFew() {
        assertThat(ask(exchange(7), "/fast/")).allSatisfy(StressTest::isItsOwn);
        assertThat(carriedOut).hasValue(MANY);
    }

    @Test
    void overConnectionsThatTheServerOftenCloses() {
        assertThat(ask(exchange(7), "/closing/")).allSatisfy(StressTest::isItsOwn);
        assertThat(carriedOut).hasValue(MANY);
    }

    /** Not even those are answered twice or with another's answer; and no connection's place is lost. */
    @Test
    void whenTheServerCutsAndCallersCancel() {
        HttpExchange exchange = exchange(7);
        Random random = new Random(seed);
        List<Long> patiences =
                IntStream.range(0, MANY).mapToObj(each -> random.nextLong(6)).toList();
        List<Asked> all = Flux.range(0, MANY)
                .flatMap(
                        each -> ask(exchange, "/cutting/", each)
                                .timeout(Duration.ofMillis(1 + patiences.get(each)), Mono.empty()),
                        AT_ONCE)
                .collectList()
                .block(LONG);
        assertThat(all).as("seed %d", seed).allSatisfy(asked -> {
            if (!(asked.sent() instanceof Lost)) {
                isItsOwn(asked);
            }
        });
        Eventually.get(
                () -> ask(exchange, "/fast/", 1).timeout(LONG).block(), asked -> asked.sent() instanceof Answered);
        carriedOut.set(0);
        List<Asked> after = ask(exchange, "/fast/");
        assertThat(after).allSatisfy(StressTest::isItsOwn);
    }

    private record Asked(String target, Sent sent) {}

    private HttpExchange exchange(int connections) {
        var limits = new Limits(connections, MANY, LONG, LONG, LONG);
        return Client.of("http://127.0.0.1:" + server.port(), limits, LONG);
    }

    private static List<Asked> ask(HttpExchange exchange, String kind) {
        return Flux.range(0, MANY)
                .flatMap(each -> ask(exchange, kind, each), AT_ONCE)
                .collectList()
                .block(LONG);
    }

    /** From threads of each kind: the event loops and others. */
    private static Mono<Asked> ask(HttpExchange exchange, String kind, int number) {
        String target = kind + number;
        var body = ("{\"number\":" + number + "}");
        Mono<Asked> asked = exchange.send(Request.post(target, Map.of(), body)).map(sent -> new Asked(target, sent));
        return switch (number % 3) {
            case 0 -> asked.subscribeOn(Schedulers.parallel());
            case 1 ->
                asked.subscribeOn(Schedulers.fromExecutor(
                        HttpResources.get().onClient(true).next()));
            default -> asked;
        };
    }

    private static void isItsOwn(Asked asked) {
        String number = asked.target().substring(asked.target().lastIndexOf('/') + 1);
        assertThat(Client.text(asked.sent())).isEqualTo(asked.target() + " {\"number\":" + number + "}");
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().flatMap(body -> {
            int turn = carriedOut.incrementAndGet();
            if (request.uri().startsWith("/cutting/") && turn % 5 == 0) {
                response.withConnection(DisposableChannel::dispose);
                return Mono.never();
            }
            if (request.uri().startsWith("/closing/") && turn % 5 == 0) {
                response.keepAlive(false);
            }
            byte[] answer = (request.uri() + ' ' + body).getBytes(StandardCharsets.UTF_8);
            if (turn % 2 == 0) {
                response.header("Content-Length", String.valueOf(answer.length));
            }
            Mono<Void> sent = response.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(answer)))
                    .then();
            return turn % 7 == 0 ? Mono.delay(Duration.ofMillis(2)).then(sent) : sent;
        });
    }
}
