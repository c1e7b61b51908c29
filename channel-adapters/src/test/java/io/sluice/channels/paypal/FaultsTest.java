package io.sluice.channels.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Eventually;
import io.sluice.channels.fixture.Stranger;
import io.sluice.channels.paypal.Shop.Placed;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.PayOrder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

/** Whatever goes wrong, the outcome says whether money may have moved. */
class FaultsTest {

    private final Shop shop = new Shop();

    /** There is a token, so that a fault strikes the call it is meant for. */
    @BeforeEach
    void warm() {
        shop.place(shop.order("never"));
    }

    @AfterEach
    void heal() {
        Simulator.control("/faults", """
                {"drop_connection": 0, "drop_after": 0, "frequency_limited": 0, "system_error_before": 0,
                 "system_error_after": 0, "latency_ms": 0}""");
        Simulator.control("/tokens", "{\"expires_in\": 32400}");
    }

    private Placed approved(String outcome) {
        PayOrder order = shop.order(outcome);
        Placed placed = shop.place(order);
        Eventually.get(
                () -> Simulator.control("/orders/" + order.number())
                        .path("status")
                        .asString(""),
                status -> !status.equals("CREATED"));
        return placed;
    }

    @ParameterizedTest
    @CsvSource({
        "timeout-charged, answer_timeout",
        "charged-late, answer_timeout",
        "capture-lost, answer_timeout",
        "error-after, INTERNAL_SERVER_ERROR",
        "garbage, answer_unreadable",
    })
    void aCaptureWithoutAnAnswerIsUnknownUntilTheNextInquiry(String outcome, String code) {
        Placed placed = approved(outcome);

        assertUnknown(shop.inquire(placed), code);
        shop.inquireUntil(Approved.class, placed);
        assertThat(Simulator.charges(placed.order().number())).isEqualTo(1);
    }

    @Test
    void anOrderWithoutAnAnswerIsUnknown() {
        assertUnknown(shop.pay(shop.order("timeout-not-charged")), "answer_timeout");
    }

    @ParameterizedTest
    @CsvSource({
        "drop_connection, answer_lost",
        "drop_after, answer_lost",
        "system_error_before, INTERNAL_SERVER_ERROR",
        "system_error_after, INTERNAL_SERVER_ERROR"
    })
    void aBrokenCallIsUnknownAndItsRepetitionGetsThrough(String fault, String code) {
        PayOrder order = shop.order("never");
        Simulator.control("/faults", "{\"" + fault + "\": 1}");

        assertUnknown(shop.pay(order), code);
        assertThat(shop.pay(order)).isInstanceOf(Pending.class);
    }

    @Test
    void anOrderRefusedForItsFrequencyWasNotSent() {
        Simulator.control("/faults", "{\"frequency_limited\": 1}");

        assertThat(shop.pay(shop.order("never")))
                .isInstanceOfSatisfying(
                        NotSent.class, it -> assertThat(it.code()).isEqualTo("RATE_LIMIT_REACHED"));
    }

    @Test
    void aCaptureRefusedForItsFrequencyIsTriedAgain() {
        Placed placed = approved("approved");
        Simulator.control("/faults", "{\"frequency_limited\": 1}");

        assertThat(shop.inquire(placed)).isInstanceOf(Unknown.class);
        shop.inquireUntil(Approved.class, placed);
    }

    @Test
    void aRevokedTokenIsReplacedAndTheCallMadeAgain() {
        Simulator.control("/tokens", "{\"revoke\": true}");

        assertThat(shop.pay(shop.order("never"))).isInstanceOf(Pending.class);
    }

    @Test
    void oneTokenDoesForAllWhoWait() {
        Simulator.control("/tokens", "{\"revoke\": true}");
        int before = issued();
        together(shop);
        assertThat(issued()).as("after 64 refusals").isEqualTo(before + 1);
        together(new Shop());
        assertThat(issued()).as("after a start").isEqualTo(before + 2);
        shop.clock.advance(Duration.ofHours(8).plusMinutes(59).plusSeconds(30));
        together(shop);
        assertThat(issued()).as("before it expires").isEqualTo(before + 3);
    }

    private void together(Shop any) {
        List<ChannelOutcome> outcomes = Shop.block(Flux.range(0, 64)
                .flatMap(i -> any.channel.pay(shop.order("never")), 64)
                .collectList());
        assertThat(outcomes).hasSize(64).allMatch(Pending.class::isInstance);
    }

    private static int issued() {
        return Simulator.control("/tokens").path("issued").asInt();
    }

    @Test
    void answersSlowerThanTheDeadlineAreUnknown() {
        Placed placed = approved("approved");
        Simulator.control("/faults", "{\"latency_ms\": 2600}");

        assertThat(shop.inquire(placed)).isInstanceOf(Unknown.class);
    }

    @Test
    void noConnectionIsNotSent() throws IOException {
        Shop elsewhere = new Shop(Map.of("base_url", "http://127.0.0.1:" + freePort()));

        assertThat(elsewhere.pay(shop.order("never")))
                .isInstanceOfSatisfying(
                        NotSent.class, it -> assertThat(it.code()).isEqualTo("connection_failed"));
        assertThat(elsewhere.inquire(new Placed(shop.order("never"), "X"))).isInstanceOf(Unknown.class);
    }

    @Test
    void anAnswerOfSomethingElseIsNoToken() {
        try (var stranger = new Stranger("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            Shop deceived = new Shop(Map.of("base_url", stranger.url()));

            assertThat(deceived.pay(shop.order("never")))
                    .isInstanceOfSatisfying(
                            NotSent.class, it -> assertThat(it.code()).isEqualTo("token_unreadable"));
        }
    }

    private static void assertUnknown(ChannelOutcome outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unknown.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
