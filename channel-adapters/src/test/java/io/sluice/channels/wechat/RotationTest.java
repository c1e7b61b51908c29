package io.sluice.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Stranger;
import io.sluice.core.channel.CallbackReading;
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
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** The channel changes its certificates while the gateway runs. */
class RotationTest {

    private final Shop shop = new Shop();

    @Test
    void callbackSignedByANewCertificateIsReadAfterALookAtTheCertificates() {
        PayOrder order = shop.order("approved");
        shop.pay(order);
        RawCallback before = shop.callbacks(1).getFirst();
        Simulator.SERVER.rotate();
        shop.clock.advance(Duration.ofSeconds(6));
        RawCallback after = new Forger().signed(new String(before.body(), StandardCharsets.UTF_8));

        assertThat(shop.read(after)).isInstanceOf(Authentic.class);
        assertThat(shop.read(before)).isInstanceOf(Authentic.class);
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

            StepVerifier.create(Flux.range(0, 100).flatMap(i -> armed.channel.read(forged)))
                    .thenConsumeWhile(RotationTest::isUnknownSigner)
                    .expectComplete()
                    .verify(Shop.DEADLINE.multipliedBy(2));
            assertThat(silent.asked()).isEqualTo(1);
            armed.clock.advance(Duration.ofSeconds(6));
            armed.read(forged);
            assertThat(silent.asked()).isEqualTo(2);
        }
    }

    private static boolean isUnknownSigner(CallbackReading reading) {
        return reading instanceof Refused(String code, String reason) && code.equals("callback_serial_unknown");
    }
}
