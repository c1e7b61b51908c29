package io.sluice.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Stranger;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.PayOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong in ways of WeChat Pay's own. */
class FaultsTest {

    private final Shop shop = new Shop();

    /** Certificates are fetched, so that a fault strikes the call it is meant for. */
    @BeforeEach
    void warm() {
        shop.inquire(shop.order("never"));
    }

    @ParameterizedTest
    @CsvSource({
        "timeout-charged, answer_timeout",
        "error-after, SYSTEM_ERROR",
        "garbage, answer_unreadable",
    })
    @Test
    void badSignatureIsUnknownAndARepetitionGetsThrough() {
        Simulator.CONTROL.post("/behaviour", "{\"delay_ms\": 60000}");
        PayOrder order = shop.order("garbage");
        shop.pay(order);

        assertThat(shop.pay(order))
                .isInstanceOfSatisfying(
                        Unknown.class, it -> assertThat(it.code()).isEqualTo("answer_signature_invalid"));
        assertThat(shop.pay(order)).isInstanceOf(Pending.class);
        Simulator.CONTROL.post("/behaviour", "{\"delay_ms\": 20}");
    }

    @Test
    void refusedCloseAndQueryAreUnknown() {
        PayOrder order = shop.order("never");
        shop.pay(order);
        Simulator.CONTROL.fault("frequency_limited", 2);

        assertThat(shop.close(order)).isInstanceOf(Unknown.class);
        assertThat(shop.inquire(order)).isInstanceOf(Unknown.class);
    }

    @Test
    void answerOfSomethingElseIsUnknown() throws Exception {
        try (var stranger = new Stranger("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            assertThat(shop.elsewhere(stranger.url()).pay(shop.order("never")))
                    .isInstanceOfSatisfying(
                            Unknown.class, it -> assertThat(it.code()).isEqualTo("answer_signature_missing"));
        }
    }
}
