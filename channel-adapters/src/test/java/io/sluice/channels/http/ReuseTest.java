package io.sluice.channels.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Eventually;
import io.sluice.channels.http.net.Limits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a connection carries another request, and when it must not. An answer belongs to the request before it and to no other. */
class ReuseTest {

    private static final Pattern TARGET = Pattern.compile("GET (\\S+) .*", Pattern.DOTALL);
    private static final Duration LONG = Duration.ofHours(1);

    /** Of the answer to another request, if any. */
    private static final String SMUGGLED = RawServer.ok("smuggled");

    @Test
    void oneConnectionCarriesManyRequests() {
        try (var server = echoing("")) {
            var exchange = Client.overOne(server.url());
            for (int each = 0; each < 20; each++) {
                assertThat(Client.text(Client.got(Client.get(exchange, "/" + each))))
                        .isEqualTo("/" + each);
            }
            assertThat(server.connections()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nConnection: Upgrade, Close\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok",
            })
    void whatIsNotToBeKeptIsClosed(String answer) {
        try (var server = RawServer.answering(answer)) {
            var exchange = Client.overOne(server.url());
            assertThat(Client.text(Client.send(exchange))).isEqualTo("ok");
            Eventually.get(server::ended, ended -> ended == 1);
            assertThat(Client.text(Client.send(exchange))).isEqualTo("ok");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void whatTheServerClosedIsNotUsed() {
        try (var server = new RawServer(peer -> {
            if (peer.hears()) {
                peer.say(RawServer.ok("ok"));
                peer.finish();
            }
        })) {
            var exchange = Client.overOne(server.url());
            for (int each = 1; each <= 5; each++) {
                assertThat(Client.text(Client.send(exchange))).isEqualTo("ok");
                int sofar = each;
                Eventually.get(server::ended, ended -> ended == sofar);
                Client.settle();
            }
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    void whatNobodyUsedForLongIsClosedInTheBackground() {
        var limits = new Limits(10, 10, LONG, Duration.ofMillis(100), LONG);
        try (var server = echoing("")) {
            Client.send(Client.of(server.url(), limits, Client.PATIENT));
            Eventually.get(server::ended, ended -> ended == 1);
        }
    }

    @Test
    void noConnectionGrowsOld() {
        var limits = new Limits(10, 10, LONG, LONG, Duration.ofMillis(300));
        try (var server = echoing("")) {
            var exchange = Client.of(server.url(), limits, Client.PATIENT);
            Eventually.get(
                    () -> {
                        assertThat(Client.text(Client.send(exchange))).isEqualTo("/");
                        return server.ended();
                    },
                    ended -> ended >= 2);
        }
    }

    /** Whoever waits for the connection would be given the rest as his answer. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nsmuggled", "HTTP/1.1 200", "\r\n", " ", "x"})
    void whatFollowsAnAnswerIsNobodysAnswer(String more) {
        try (var server = echoing(more)) {
            var exchange = Client.overOne(server.url());
            List<CompletableFuture<Sent>> all = new CopyOnWriteArrayList<>();
            for (int each = 0; each < 20; each++) {
                all.add(Client.get(exchange, "/" + each).toFuture());
            }
            for (int each = 0; each < 20; each++) {
                assertThat(Client.text(all.get(each).join())).isEqualTo("/" + each);
            }
            assertThat(server.connections()).isEqualTo(20);
        }
    }

    /** In a piece of its own it may come when the next request has left already, and then nobody can tell; not before that. */
    @Test
    void whatComesUnaskedEndsTheConnection() {
        var answered = new CountDownLatch(1);
        try (var server = new RawServer(peer -> {
            while (peer.hears()) {
                peer.say(RawServer.ok("ok " + peer.number()));
                if (peer.number() == 1) {
                    await(answered);
                    peer.say(SMUGGLED);
                }
            }
        })) {
            var exchange = Client.overOne(server.url());
            assertThat(Client.text(Client.send(exchange))).isEqualTo("ok 1");
            answered.countDown();
            Eventually.get(server::ended, ended -> ended == 1);
            assertThat(Client.text(Client.send(exchange))).isEqualTo("ok 2");
        }
    }

    /** Answers with the request's target, and more in the same packet. */
    private static RawServer echoing(String more) {
        return new RawServer(peer -> {
            for (Matcher request = TARGET.matcher(peer.request());
                    request.matches();
                    request = TARGET.matcher(peer.request())) {
                peer.say(RawServer.ok(request.group(1)) + more);
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
