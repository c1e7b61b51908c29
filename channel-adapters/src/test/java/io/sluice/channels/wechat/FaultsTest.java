package io.sluice.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Stranger;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.PayOrder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong, the outcome says whether money may have moved. */
class FaultsTest {

    private final Shop shop = new Shop();

    /** Certificates are fetched, so that a fault strikes the call it is meant for. */
    @BeforeEach
    void warm() {
        shop.inquire(shop.order("never"));
    }

    @AfterEach
    void heal() {
        Simulator.control("/faults", """
                {"drop_connection": 0, "drop_after": 0, "frequency_limited": 0, "system_error_before": 0,
                 "system_error_after": 0, "latency_ms": 0}""");
    }

    @ParameterizedTest
    @CsvSource({
        "timeout-charged, answer_timeout",
        "error-after, SYSTEM_ERROR",
        "garbage, answer_unreadable",
    })
    void lostAnswerIsUnknownUntilTheQueryTells(String outcome, String code) {
        PayOrder order = shop.order(outcome);

        assertThat(shop.pay(order))
                .isInstanceOfSatisfying(
                        Unknown.class, it -> assertThat(it.code()).isEqualTo(code));
        shop.inquireUntil(Approved.class, order);
    }

    @Test
    void badSignatureIsUnknownAndARepetitionGetsThrough() {
        Simulator.control("/behaviour", "{\"delay_ms\": 60000}");
        PayOrder order = shop.order("garbage");
        shop.pay(order);

        assertThat(shop.pay(order))
                .isInstanceOfSatisfying(
                        Unknown.class, it -> assertThat(it.code()).isEqualTo("answer_signature_invalid"));
        assertThat(shop.pay(order)).isInstanceOf(Pending.class);
        Simulator.control("/behaviour", "{\"delay_ms\": 20}");
    }

    @Test
    void timedOutOrderThatWasNeverKeptIsAbsent() {
        PayOrder order = shop.order("timeout-not-charged");

        assertThat(shop.pay(order)).isInstanceOf(Unknown.class);
        assertThat(shop.inquire(order)).isInstanceOf(Absent.class);
    }

    @ParameterizedTest
    @CsvSource({"drop_connection, answer_lost", "drop_after, answer_lost", "system_error_before, SYSTEM_ERROR"})
    void brokenCallIsUnknown(String fault, String code) {
        Simulator.control("/faults", "{\"" + fault + "\": 1}");

        assertThat(shop.pay(shop.order("never")))
                .isInstanceOfSatisfying(
                        Unknown.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    @Test
    void orderRefusedForItsFrequencyWasNotSent() {
        Simulator.control("/faults", "{\"frequency_limited\": 1}");
        PayOrder order = shop.order("never");

        assertThat(shop.pay(order))
                .isInstanceOfSatisfying(
                        NotSent.class, it -> assertThat(it.code()).isEqualTo("FREQUENCY_LIMITED"));
        assertThat(shop.inquire(order)).isInstanceOf(Absent.class);
    }

    @Test
    void refusedCloseAndQueryAreUnknown() {
        PayOrder order = shop.order("never");
        shop.pay(order);
        Simulator.control("/faults", "{\"frequency_limited\": 2}");

        assertThat(shop.close(order)).isInstanceOf(Unknown.class);
        assertThat(shop.inquire(order)).isInstanceOf(Unknown.class);
    }

    @Test
    void answersSlowerThanTheDeadlineAreUnknown() {
        Simulator.control("/faults", "{\"latency_ms\": 2600}");

        assertThat(shop.inquire(shop.order("never"))).isInstanceOf(Unknown.class);
    }

    @Test
    void noConnectionIsNotSent() throws IOException {
        Shop elsewhere = new Shop(Map.of(
                "base_url",
                "http://127.0.0.1:" + freePort(),
                "platform_certificates",
                Simulator.merchant().platformCertificates().getFirst()));

        ChannelOutcome outcome = elsewhere.pay(shop.order("never"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NotSent.class, it -> assertThat(it.code()).isEqualTo("connection_failed"));
        assertThat(elsewhere.inquire(shop.order("never"))).isInstanceOf(Unknown.class);
    }

    @Test
    void answerOfSomethingElseIsUnknown() throws Exception {
        try (var stranger = new Stranger("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            Shop deceived = new Shop(Map.of(
                    "base_url",
                    stranger.url(),
                    "platform_certificates",
                    Simulator.merchant().platformCertificates().getFirst()));

            assertThat(deceived.pay(shop.order("never")))
                    .isInstanceOfSatisfying(
                            Unknown.class, it -> assertThat(it.code()).isEqualTo("answer_signature_missing"));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
