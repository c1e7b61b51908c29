package io.sluice.channels.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.contract.Placed;
import io.sluice.channels.fixture.Stranger;
import io.sluice.core.channel.CallbackReading.Awaiting;
import io.sluice.core.channel.CallbackReading.Refused;
import io.sluice.core.channel.RawCallback;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks as the simulator sends them, and as a forger would. */
class WebhookTest {

    private static final String APPROVED = "CHECKOUT.ORDER.APPROVED";

    private final Shop shop = new Shop();

    private RawCallback approval() {
        shop.place(shop.order("approved"));
        return shop.webhooks(APPROVED, 1).getFirst();
    }

    private static RawCallback with(RawCallback letter, String header, String value) {
        Map<String, List<String>> headers = new HashMap<>(letter.headers());
        headers.put(header, List.of(value));
        return new RawCallback(headers, letter.body(), letter.receivedAt());
    }

    private void assertRefused(RawCallback letter, String code) {
        assertThat(shop.read(letter))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    @Test
    void anApprovalAsksForAnInquiry() {
        Placed placed = shop.place(shop.order("approved"));

        assertThat(shop.read(shop.webhooks(APPROVED, 1).getFirst()))
                .isInstanceOfSatisfying(
                        Awaiting.class,
                        read -> assertThat(read.number())
                                .isEqualTo(placed.order().number()));
    }

    @ParameterizedTest
    @CsvSource({
        "paypal-transmission-id, other, callback_signature_invalid",
        "paypal-transmission-id, '', callback_signature_missing",
        "paypal-transmission-sig, '', callback_signature_missing",
        "paypal-transmission-sig, '?', callback_signature_invalid",
        "paypal-auth-algo, MD5withRSA, callback_signature_missing",
        "paypal-transmission-time, yesterday, callback_stale",
        "paypal-transmission-time, 2020-01-01T00:00:00Z, callback_stale",
        "paypal-transmission-time, 2100-01-01T00:00:00Z, callback_stale"
    })
    void aForgedHeaderIsRefused(String header, String value, String code) {
        assertRefused(with(approval(), header, value), code);
    }

    @Test
    void threeDaysIsHowLongItMayTake() {
        RawCallback letter = approval();
        Instant later = Instant.now().plus(Duration.ofDays(4));

        assertRefused(new RawCallback(letter.headers(), letter.body(), later), "callback_stale");
    }

    @Test
    void noCertificateIsFetchedFromElsewhere() {
        try (var stranger = new Stranger("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            RawCallback letter = approval();
            String ours = letter.header("paypal-cert-url");
            String name = ours.substring(ours.lastIndexOf('/'));
            for (String url : List.of(
                    stranger.url() + "/v1/notifications/certs" + name,
                    Simulator.url() + "@" + stranger.url().substring(7) + "/v1/notifications/certs" + name,
                    Simulator.url() + "/v1/notifications/certs/../certs" + name,
                    Simulator.url() + "/v1/notifications/certs/?u=" + stranger.url())) {
                assertRefused(with(letter, "paypal-cert-url", url), "callback_certificate_foreign");
            }
            assertThat(stranger.asked()).isZero();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        Shop trusting = new Shop(Map.of("webhook_authority", ""));
        trusting.place(trusting.order("approved"));

        assertThat(trusting.read(trusting.webhooks(APPROVED, 1).getFirst()))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("callback_certificate_refused"));
    }

    @Test
    void anotherWebhooksIdIsAnotherSignature() {
        RawCallback letter = approval();

        assertThat(new Shop(Map.of("webhook_id", "ANOTHERWEBHOOK")).read(letter))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("callback_signature_invalid"));
    }

    @Test
    void anotherMerchantsOrderIsRefused() {
        RawCallback letter = approval();

        assertThat(new Shop(Map.of("merchant_id", "ANOTHERMERCHANT")).read(letter))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("callback_account_mismatch"));
    }
}
