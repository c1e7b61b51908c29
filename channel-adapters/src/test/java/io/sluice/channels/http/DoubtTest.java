package io.sluice.channels.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.ClosedPort;
import io.sluice.channels.fixture.Eventually;
import io.sluice.channels.http.RawServer.Play;
import io.sluice.channels.http.Sent.Lost;
import io.sluice.channels.http.Sent.NotWritten;
import io.sluice.channels.http.net.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a byte may have left decides whether the money may have moved. */
class DoubtTest {

    @Test
    void aRefusedConnectionIsNotWritten() throws IOException {
        try (var nobody = new ClosedPort()) {
            assertThat(Client.send(Client.of(nobody.url())))
                    .isInstanceOfSatisfying(
                            NotWritten.class, it -> assertThat(it.code()).isEqualTo("connection_failed"));
        }
    }

    /** 192.0.2.0/24 is nobody's (RFC 5737), as is .invalid (RFC 2606). Whether they are silent or refused depends on the network. */
    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1", "http://nobody.invalid"})
    void whoIsNotThereIsNotWrittenTo(String url) {
        assertThat(Client.send(Client.of(url, Client.WIDE, Client.HASTY))).isInstanceOf(NotWritten.class);
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                loss("closed at once", peer -> {}),
                loss("reset at once", RawServer.Peer::reset),
                loss("half a head", peer -> peer.say("HTTP/1.1 200 OK\r\nContent-")),
                loss("a head only", peer -> peer.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")),
                loss("half a body", peer -> peer.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel")),
                loss(
                        "no last chunk",
                        peer -> peer.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n")),
                loss("an interim answer only", peer -> peer.say("HTTP/1.1 100 Continue\r\n\r\n")),
                loss("another protocol", peer -> peer.say("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nabc")),
                loss("a newer HTTP", peer -> peer.say("HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n")),
                loss("no HTTP", peer -> peer.say("SSH-2.0-OpenSSH_9.9\r\n\r\n")),
                loss("a length that is none", peer -> peer.say("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n")),
                loss(
                        "two lengths",
                        peer -> peer.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc")),
                loss(
                        "a length and chunks",
                        peer -> peer.say(
                                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n")),
                loss(
                        "a chunk of no size",
                        peer -> peer.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")),
                loss("too long a head", peer -> peer.say("HTTP/1.1 200 OK\r\nX: " + "x".repeat(20_000) + "\r\n\r\n")),
                loss("a body that is too long", peer -> {
                    peer.say("HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n" + "x".repeat((1 << 20) + 1));
                    peer.listen();
                }),
                loss("a body that never ends", peer -> {
                    peer.say("HTTP/1.1 200 OK\r\n\r\n");
                    while (true) {
                        peer.say("x".repeat(10_000));
                    }
                }),
                loss("a body that is reset", peer -> {
                    peer.say("HTTP/1.1 200 OK\r\n\r\nhello");
                    peer.reset();
                }));
    }

    private static Arguments loss(String name, Play play) {
        return Arguments.of(name, play);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void whatIsNoWholeAnswerIsLostAndItsConnectionClosed(String name, Play play) {
        try (var server = new RawServer(peer -> {
            if (peer.hears()) {
                play.on(peer);
            }
        })) {
            assertThat(Client.send(Client.of(server.url())))
                    .isInstanceOfSatisfying(
                            Lost.class, it -> assertThat(it.code()).isEqualTo("answer_lost"));
            Eventually.get(server::ended, ended -> ended == 1);
            assertThat(server.connections()).as("sent once").isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel", "HTTP/1.1 100 Continue\r\n\r\n"})
    void anAnswerThatIsNotWholeInTimeIsLost(String beginning) {
        try (var server = new RawServer(peer -> {
            if (peer.hears()) {
                peer.say(beginning);
                peer.listen();
            }
        })) {
            assertThat(Client.send(Client.of(server.url(), Client.WIDE, Client.HASTY)))
                    .isEqualTo(new Lost("answer_timeout", "no answer within 600 ms"));
            Eventually.get(server::ended, ended -> ended == 1);
        }
    }

    @Test
    void anAnswerThatTricklesIsNotWaitedForLonger() {
        try (var server = new RawServer(peer -> {
            if (peer.hears()) {
                peer.say("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                while (true) {
                    pause(50);
                    peer.say("x");
                }
            }
        })) {
            assertThat(Client.send(Client.of(server.url(), Client.WIDE, Client.HASTY)))
                    .isEqualTo(new Lost("answer_timeout", "no answer within 600 ms"));
        }
    }

    /** The timer was set for others, who were more or less patient. */
    @Test
    void eachWaitsAsLongAsHeSaysWhoeverUsedTheConnectionBefore() {
        try (var server = new RawServer(peer -> {
            for (String request = peer.request(); !request.isEmpty(); request = peer.request()) {
                if (request.startsWith("GET /slow")) {
                    pause(1_500);
                }
                if (!request.startsWith("GET /never")) {
                    peer.say(RawServer.ok("late"));
                }
            }
        })) {
            var connections = new Connections("test", 1);
            var hasty = connections.to(server.url(), Client.HASTY);
            var patient = connections.to(server.url(), Client.PATIENT);
            Eventually.get(() -> Client.text(Client.send(hasty)), "late"::equals);
            int before = server.connections();
            assertThat(Client.text(Client.got(Client.get(patient, "/slow")))).isEqualTo("late");
            assertThat(Client.got(Client.get(hasty, "/never")))
                    .isEqualTo(new Lost("answer_timeout", "no answer within 600 ms"));
            assertThat(server.connections()).isEqualTo(before);
        }
    }

    @Test
    void whoFindsNoConnectionIsNotWritten() {
        try (var server = new RawServer(RawServer.Peer::listen)) {
            var narrow = new Limits(1, 1, Duration.ofMillis(300), Duration.ofSeconds(30), Duration.ofHours(1));
            var exchange = Client.of(server.url(), narrow, Client.PATIENT);
            var held = Client.get(exchange, "/held").subscribe();
            Eventually.get(server::connections, count -> count == 1);
            var one = Client.get(exchange, "/one").toFuture();
            var other = Client.get(exchange, "/other").toFuture();
            assertThat(List.of(one.join(), other.join()))
                    .containsExactlyInAnyOrder(
                            new NotWritten("connection_failed", "no connection to the channel: 1 others wait for one"),
                            new NotWritten(
                                    "connection_failed", "no connection to the channel: none was free within 300 ms"));
            held.dispose();
            assertThat(server.connections()).isOne();
        }
    }

    private static void pause(int ms) throws IOException {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException ended) {
            throw new IOException(ended);
        }
    }
}
