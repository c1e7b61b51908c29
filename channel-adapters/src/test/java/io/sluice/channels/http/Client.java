package io.sluice.channels.http;

import io.netty.handler.ssl.SslContext;
import io.sluice.channels.http.Sent.Answered;
import io.sluice.channels.http.net.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;
import reactor.core.publisher.Mono;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.HttpResources;

/** The channel client with limits of a test's own, and patience for a machine that is busy. */
final class Client {

    static final Limits WIDE =
            new Limits(256, 1024, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofHours(1));

    static final Limits ONE = new Limits(1, 1024, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofHours(1));

    /** Connects within 10 s, answers within 30 s. */
    static final Duration PATIENT = Duration.ofSeconds(50);

    /** Connects within 200 ms, answers within 600 ms. */
    static final Duration HASTY = Duration.ofSeconds(1);

    private Client() {}

    static HttpExchange of(String url) {
        return of(url, WIDE, PATIENT);
    }

    /** Over one connection at a time, whichever event loop it is on. */
    static HttpExchange overOne(String url) {
        return of(url, ONE, PATIENT);
    }

    static HttpExchange of(String url, Limits limits, Duration deadline) {
        try {
            return of(url, limits, deadline, Http11SslContextSpec.forClient().sslContext());
        } catch (SSLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static HttpExchange of(String url, Limits limits, Duration deadline, SslContext trusted) {
        return new Connections("test", limits, trusted).to(url, deadline);
    }

    static Mono<Sent> get(HttpExchange exchange, String target) {
        return exchange.send(Request.get(target, Map.of()));
    }

    static Sent send(HttpExchange exchange) {
        return got(get(exchange, "/"));
    }

    static Sent got(Mono<Sent> sent) {
        return sent.block(Duration.ofMinutes(2));
    }

    /** Every event loop has looked at its sockets and done what it was given before. */
    static void settle() {
        for (int round = 0; round < 2; round++) {
            HttpResources.get()
                    .onClient(true)
                    .forEach(loop -> loop.submit(() -> {}).syncUninterruptibly());
        }
    }

    /** The body of an answer, or what there was instead of one. */
    static String text(Sent sent) {
        return sent instanceof Answered answered
                ? new String(answered.body(), StandardCharsets.UTF_8)
                : sent.toString();
    }
}
