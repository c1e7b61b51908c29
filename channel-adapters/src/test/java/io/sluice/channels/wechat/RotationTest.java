package io.sluice.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.CallbackReading.Authentic;
import io.sluice.core.channel.CallbackReading.Refused;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.RawCallback;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The channel changes its certificates while the gateway runs. */
class RotationTest {

    private final Shop shop = new Shop();

    @Test
    void callbackSignedByANewCertificateIsRefusedOnceAndReadWhenSentAgain() {
        PayOrder order = shop.order("approved");
        shop.pay(order);
        RawCallback before = shop.callbacks(1).getFirst();
        Simulator.SERVER.rotate();
        shop.clock.advance(Duration.ofSeconds(6));
        RawCallback after = new Forger().signed(new String(before.body(), StandardCharsets.UTF_8));

        assertThat(shop.channel.read(after))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo("callback_serial_unknown"));
        Eventually.get(() -> shop.channel.read(after), Authentic.class::isInstance);
        assertThat(shop.channel.read(before)).isInstanceOf(Authentic.class);
    }

    @Test
    void answerSignedByANewCertificateIsBelievedAfterALookAtTheCertificates() {
        PayOrder order = shop.order("silent");
        shop.pay(order);
        Simulator.SERVER.rotate();
        shop.clock.advance(Duration.ofSeconds(6));

        assertThat(shop.pay(shop.order("never"))).isInstanceOf(Pending.class);
        shop.inquireUntil(Approved.class, order);
    }

    @Test
    void strangersCannotMakeTheGatewayAskOften() {
        try (var silent = new Stranger("")) {
            Shop armed = new Shop(Map.of(
                    "base_url",
                    silent.url(),
                    "platform_certificates",
                    Simulator.merchant().platformCertificates().getFirst()));
            RawCallback forged = Forger.withHeader(new Forger().signed("{}"), "wechatpay-serial", "ABC");

            for (int i = 0; i < 100; i++) {
                assertThat(armed.channel.read(forged)).isInstanceOf(Refused.class);
            }
            armed.clock.advance(Duration.ofSeconds(6));
            armed.channel.read(forged);
            Eventually.get(silent::asked, asked -> asked == 2);
        }
    }
}
