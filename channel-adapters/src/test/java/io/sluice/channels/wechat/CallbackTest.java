package io.sluice.channels.wechat;

import static java.util.stream.Collectors.partitioningBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.CallbackReading.Authentic;
import io.sluice.core.channel.CallbackReading.Ignored;
import io.sluice.core.channel.CallbackReading.Refused;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.RawCallback;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Callbacks as the simulator sends them, and as a forger would. */
class CallbackTest {

    private final Shop shop = new Shop();
    private final Forger forger = new Forger();

    /** As after a start: nothing was asked of the channel yet, and its certificates are not here. */
    @Test
    void firstCallbackOfAllIsRead() {
        assertThat(new Shop().read(paid())).isInstanceOf(Authentic.class);
    }

    @Test
    void callbacksThatComeTogetherAfterAStartAreAllRead() {
        Shop started = new Shop();
        List<CallbackReading> readings = Flux.range(0, 50)
                .flatMap(i -> started.channel.read(paid()))
                .collectList()
                .block();

        assertThat(readings).hasSize(50).allMatch(Authentic.class::isInstance);
    }

    @Test
    void probeSimplyFails() {
        shop.pay(shop.order("probe"));

        Map<Boolean, List<RawCallback>> letters = shop.callbacks(2).stream()
                .collect(partitioningBy(
                        letter -> letter.header("wechatpay-signature").startsWith("WECHATPAY/SIGNTEST/")));
        assertThat(letters.get(true))
                .isNotEmpty()
                .allSatisfy(probe -> assertRefused(probe, "callback_signature_invalid"));
        assertThat(letters.get(false))
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(shop.read(letter)).isInstanceOf(Authentic.class));
    }

    @Test
    void olderTruthIsPending() {
        shop.pay(shop.order("out-of-order"));

        List<RawCallback> letters = shop.callbacks(3);
        assertThat(letters)
                .extracting(letter -> authentic(letter).outcome().getClass().getSimpleName())
                .containsExactlyInAnyOrder("Pending", "Approved", "Pending");
    }

    @Test
    void everySignedHeaderIsNeededOnce() {
        for (String name : List.of("timestamp", "nonce", "serial", "signature")) {
            RawCallback letter = paid();
            Map<String, List<String>> twice = new HashMap<>(letter.headers());
            String value = letter.header("wechatpay-" + name);
            twice.put("wechatpay-" + name, List.of(value, value));

            assertRefused(new RawCallback(twice, letter.body(), letter.receivedAt()), "callback_signature_missing");
            assertRefused(Forger.withHeader(letter, "wechatpay-" + name, ""), "callback_signature_missing");
        }
    }

    @Test
    void fiveMinutesOldIsStale() {
        String body = body("1900000001");
        Instant now = Instant.now();

        assertRefused(forger.signed(body, now.minus(Duration.ofSeconds(301))), "callback_stale");
        assertRefused(forger.signed(body, now.plus(Duration.ofSeconds(302))), "callback_stale");
        assertRefused(Forger.withHeader(forger.signed(body), "wechatpay-timestamp", "yesterday"), "callback_stale");
        assertThat(shop.read(forger.signed(body, now.minus(Duration.ofSeconds(290)))))
                .isInstanceOf(Authentic.class);
    }

    @Test
    void otherMerchantsCallbackIsRefused() {
        assertRefused(forger.signed(body("1900000009")), "callback_account_mismatch");
    }

    @Test
    void whatDoesNotOpenIsRefused() {
        String body = body("1900000001").replaceFirst("\"nonce\":\"..", "\"nonce\":\"zz");

        assertRefused(forger.signed(body), "callback_sealed");
    }

    @Test
    void whatIsNotTheDocumentedJsonIsRefused() {
        assertRefused(forger.signed("[]"), "callback_unreadable");
        assertRefused(forger.signed("{"), "callback_unreadable");
        assertRefused(forger.signed("{\"id\":\"1\",\"id\":\"2\"}"), "callback_unreadable");
        assertRefused(forger.signed("{\"id\":\"1\"}"), "callback_unreadable");
    }

    @Test
    void paidWithoutAnExactAmountIsNoApproval() {
        for (String amount :
                List.of("{}", "{\"total\":15.5}", "{\"total\":\"1500\"}", "{\"total\":1,\"currency\":\"?\"}")) {
            String document = forger.paid(
                    Simulator.merchant().mchid(), Simulator.merchant().appid(), "abcdef", amount);
            RawCallback letter = forger.signed(forger.envelope("TRANSACTION.SUCCESS", document));

            assertThat(authentic(letter).outcome()).isNotInstanceOf(Approved.class);
        }
    }

    @Test
    void noticesOfOtherKindsAreIgnored() {
        assertThat(shop.read(forger.signed(forger.envelope("PROFITSHARING", "{}"))))
                .isInstanceOfSatisfying(
                        Ignored.class, it -> assertThat(it.kind()).isEqualTo("PROFITSHARING"));
    }

    @Test
    void noticeOfAnotherMerchantsRefundIsRefused() {
        String document = "{\"mchid\":\"1900000099\",\"out_refund_no\":\"r1\",\"refund_status\":\"SUCCESS\"}";
        assertRefused(forger.signed(forger.envelope("REFUND.SUCCESS", document)), "callback_account_mismatch");
    }

    @Test
    void answersAreWhatTheChannelTakes() {
        assertThat(shop.channel.acknowledged().status()).isEqualTo(204);
        var refused = shop.channel.refused("callback_stale");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"code\":\"FAIL\",\"message\":\"callback_stale\"}");
    }

    private RawCallback paid() {
        return forger.signed(body("1900000001"));
    }

    private String body(String mchid) {
        String document =
                forger.paid(mchid, Simulator.merchant().appid(), "abcdef", "{\"total\":1500,\"currency\":\"CNY\"}");
        return forger.envelope("TRANSACTION.SUCCESS", document);
    }

    private Authentic authentic(RawCallback letter) {
        CallbackReading reading = shop.read(letter);
        assertThat(reading)
                .as(() -> new String(letter.body(), StandardCharsets.UTF_8))
                .isInstanceOf(Authentic.class);
        return (Authentic) Objects.requireNonNull(reading);
    }

    private void assertRefused(RawCallback letter, String code) {
        assertThat(shop.read(letter))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(code));
    }
}
