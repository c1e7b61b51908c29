package io.sluice.channels.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.http.Sent.Answered;
import io.sluice.channels.http.Sent.NotWritten;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and every way in which an answer may come. */
class AnswersTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void sendsWhatItIsGivenAndWhatEveryRequestHas() {
        try (var server = recording()) {
            var exchange = Client.of(server.url());
            Client.got(exchange.send(Request.post("/pay?a=1#f", Map.of("Sign", "x"), "{\"a\":\"\u00e9\"}")));
            assertThat(heard.getFirst())
                    .startsWith("POST /pay?a=1 HTTP/1.1\r\n")
                    .containsIgnoringCase("\r\nhost: 127.0.0.1:" + server.port() + "\r\n")
                    .containsIgnoringCase("\r\naccept: application/json\r\n")
                    .containsIgnoringCase("\r\nuser-agent: sluice\r\n")
                    .containsIgnoringCase("\r\nsign: x\r\n")
                    .containsIgnoringCase("\r\ncontent-type: application/json\r\n")
                    .containsIgnoringCase("\r\ncontent-length: 10\r\n")
                    .endsWith("\r\n\r\n{\"a\":\"\u00e9\"}");
        }
    }

    @Test
    void saysOfABodyThatIsNotThereThatItIsEmptyUnlessNobodyExpectsOne() {
        try (var server = recording()) {
            var exchange = Client.of(server.url());
            Client.got(exchange.send(Request.post("/", Map.of(), "")));
            Client.send(exchange);
            assertThat(heard.get(0)).containsIgnoringCase("\r\ncontent-length: 0\r\n");
            assertThat(heard.get(1)).doesNotContainIgnoringCase("content-length");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gate/way", "/gate/way/"})
    void targetsFollowThePathOfTheBaseUrl(String path) {
        try (var server = recording()) {
            Client.got(Client.get(Client.of(server.url() + path), "/pay?x=/y"));
            assertThat(heard.getFirst()).startsWith("GET /gate/way/pay?x=/y HTTP/1.1\r\n");
        }
    }

    @Test
    void whatIsNoRequestIsNotWritten() {
        try (var server = recording()) {
            var exchange = Client.of(server.url());
            assertThat(Client.got(Client.get(exchange, "http://elsewhere/"))).isInstanceOf(NotWritten.class);
            assertThat(Client.got(Client.get(exchange, "/a b\r\nX: y"))).isInstanceOf(NotWritten.class);
            assertThat(Client.got(exchange.send(Request.get("/", Map.of("X", "y\r\nZ: z")))))
                    .isInstanceOf(NotWritten.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void nothingHappensBeforeItIsSubscribedToAndThenEachTime() {
        try (var server = recording()) {
            var sending = Client.get(Client.of(server.url()), "/");
            assertThat(server.connections()).isZero();
            Client.got(sending);
            Client.got(sending);
            assertThat(heard).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nTrail: er\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nhello",
                "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            })
    void answersComeWholeHoweverTheyArrive(String answer) {
        try (var server = new RawServer(peer -> {
            if (peer.number() % 2 == 1 && peer.hears()) {
                peer.sayByteByByte(answer);
            } else if (peer.hears()) {
                peer.say(answer);
            }
        })) {
            for (int each = 0; each < 4; each++) {
                Sent sent = Client.send(Client.of(server.url()));
                assertThat(Client.text(sent)).isEqualTo("hello");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            })
    void anEmptyAnswerIsAnAnswerAndTheConnectionIsKept(String answer) {
        try (var server = RawServer.answering(answer)) {
            var exchange = Client.overOne(server.url());
            assertThat(Client.text(Client.send(exchange))).isEmpty();
            assertThat(Client.text(Client.send(exchange))).isEmpty();
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void whoAsksForTheHeadIsGivenNoBody() {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")) {
            var exchange = Client.overOne(server.url());
            var head = new Request("HEAD", "/", Map.of(), "", new byte[0]);
            assertThat(Client.text(Client.got(exchange.send(head)))).isEmpty();
            assertThat(Client.text(Client.got(exchange.send(head)))).isEmpty();
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void headersAreFoundWhateverTheirCase() {
        try (var server = RawServer.answering("HTTP/1.1 418 Teapot\r\nx-SIGN: abc\r\nContent-Length: 0\r\n\r\n")) {
            var answered = (Answered) Client.send(Client.of(server.url()));
            assertThat(answered.status()).isEqualTo(418);
            assertThat(answered.header().apply("X-Sign")).isEqualTo("abc");
            assertThat(answered.header().apply("X-None")).isEmpty();
        }
    }

    @Test
    void anAnswerMayHaveAMegabyte() {
        String body = "x".repeat(1 << 20);
        try (var server = RawServer.answering(RawServer.ok(body))) {
            assertThat(Client.text(Client.send(Client.of(server.url())))).isEqualTo(body);
        }
    }

    private RawServer recording() {
        return new RawServer(peer -> {
            for (String request = peer.request(); !request.isEmpty(); request = peer.request()) {
                heard.add(request);
                peer.say(RawServer.ok("{}"));
            }
        });
    }
}
