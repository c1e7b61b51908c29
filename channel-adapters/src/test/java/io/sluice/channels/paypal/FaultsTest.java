package io.sluice.channels.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.contract.Placed;
import io.sluice.channels.fixture.Eventually;
import io.sluice.channels.fixture.Stranger;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.PayOrder;
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
        Simulator.CONTROL.heal();
        Simulator.CONTROL.post("/tokens", "{\"expires_in\": 32400}");
    }

    private Placed approved(String outcome) {
        PayOrder order = shop.order(outcome);
        Placed placed = shop.place(order);
        Eventually.get(
                () -> Simulator.CONTROL
                        .get("/orders/" + order.number())
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
        assertThat(Simulator.CONTROL.charges(placed.order().number())).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "drop_connection, answer_lost",
        "drop_after, answer_lost",
        "system_error_before, INTERNAL_SERVER_ERROR",
        "system_error_after, INTERNAL_SERVER_ERROR"
    })
    @Test
    void aCaptureRefusedForItsFrequencyIsTriedAgain() {
        Placed placed = approved("approved");
        Simulator.CONTROL.fault("frequency_limited", 1);

        assertThat(shop.inquire(placed)).isInstanceOf(Unknown.class);
        shop.inquireUntil(Approved.class, placed);
    }

    @Test
    void aRevokedTokenIsReplacedAndTheCallMadeAgain() {
        Simulator.CONTROL.post("/tokens", "{\"revoke\": true}");

        assertThat(shop.pay(shop.order("never"))).isInstanceOf(Pending.class);
    }

    @Test
    void oneTokenDoesForAllWhoWait() {
        Simulator.CONTROL.post("/tokens", "{\"revoke\": true}");
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
        return Simulator.CONTROL.get("/tokens").path("issued").asInt();
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
}
