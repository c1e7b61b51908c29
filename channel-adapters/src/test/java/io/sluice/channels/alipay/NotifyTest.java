package io.sluice.channels.alipay;

import static io.sluice.channels.contract.Shop.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.alipay.model.StringToSign;
import io.sluice.channels.http.Forms;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.CallbackReading.Authentic;
import io.sluice.core.channel.CallbackReading.Ignored;
import io.sluice.core.channel.CallbackReading.Refused;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notifies that are signed rightly and say what they like. */
class NotifyTest {
    private final AlipayChannel channel = Till.at("http://127.0.0.1:10", Map.of());

    @Test
    void aPaidOrderIsApproved() {
        assertThat(read(signed(Map.of("subject", "Tea & 茶=100%", "body", ""))))
                .isEqualTo(new Authentic("n1", "o1", new Approved(Money.of(1500, "CNY"), "2026112122001")));
    }

    @Test
    void theAmountIsPassedOnToBeCompared() {
        assertThat(outcome(Map.of("total_amount", "15.01")))
                .isEqualTo(new Approved(Money.of(1501, "CNY"), "2026112122001"));
        assertThat(outcome(Map.of("total_amount", "15.001"))).isInstanceOf(Unknown.class);
        assertThat(outcome(Map.of("total_amount", ""))).isInstanceOf(Unknown.class);
        assertThat(outcome(Map.of("trade_no", ""))).isInstanceOf(Unknown.class);
    }

    @Test
    void theOrderIsWhatTheNotifyNames() {
        assertThat(((Authentic) read(signed(Map.of("out_trade_no", "o2")))).number())
                .isEqualTo("o2");
    }

    @Test
    void statesAreRead() {
        assertThat(outcome(Map.of("trade_status", "TRADE_FINISHED"))).isInstanceOf(Approved.class);
        assertThat(outcome(Map.of("trade_status", "WAIT_BUYER_PAY"))).isInstanceOf(Pending.class);
        assertThat(outcome(Map.of("trade_status", "TRADE_CLOSED", "gmt_payment", "")))
                .isEqualTo(new Closed("TRADE_CLOSED"));
        assertThat(outcome(Map.of("trade_status", "TRADE_LOST"))).isInstanceOf(Unknown.class);
    }

    @Test
    void whatIsNotAboutATradeOfOursIsIgnored() {
        assertThat(read(signed(Map.of("trade_status", "TRADE_CLOSED"))))
                .as("cancelled after it was paid")
                .isInstanceOf(Ignored.class);
        assertThat(read(signed(Map.of("notify_type", "fund_auth_freeze")))).isInstanceOf(Ignored.class);
    }

    @ParameterizedTest
    @CsvSource({
        "app_id, 2021000123456780, callback_account_mismatch",
        "app_id, '', callback_account_mismatch",
        "seller_id, 2088123456789013, callback_account_mismatch",
        "notify_id, '', callback_unreadable",
        "out_trade_no, '', callback_unreadable",
        "sign_type, RSA, callback_signature_missing",
    })
    void aNotifyThatIsNotForUsIsRefused(String field, String value, String code) {
        assertRefused(signed(Map.of(field, value)), code);
    }

    @Test
    void whatWasChangedAfterSigningIsRefused() {
        for (String field : List.of("total_amount", "app_id", "seller_id", "out_trade_no", "trade_status", "sign")) {
            Map<String, String> form = new TreeMap<>(form(Map.of()));
            form.merge(field, "1", String::concat);
            assertRefused(letter(Forms.encoded(form)), "callback_signature_invalid");
        }
        Map<String, String> more = new TreeMap<>(form(Map.of()));
        more.put("out_biz_no", "1");
        assertRefused(letter(Forms.encoded(more)), "callback_signature_invalid");
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() {
        String twice = Forms.encoded(form(Map.of())) + "&out_trade_no=o2";
        assertRefused(letter(twice), "callback_unreadable");
    }

    @Test
    void itIsDecodedOnce() {
        assertThat(read(signed(Map.of("subject", "100%25 tea+coffee")))).isInstanceOf(Authentic.class);
    }

    @Test
    void theBareWordIsTheAnswer() {
        assertThat(channel.acknowledged().body()).isEqualTo("success");
        assertThat(channel.acknowledged().status()).isEqualTo(200);
        assertThat(channel.refused("no").body()).isNotEqualTo("success");
    }

    private static Map<String, String> form(Map<String, String> different) {
        Map<String, String> form = new TreeMap<>(Map.of(
                "notify_id", "n1",
                "notify_type", "trade_status_sync",
                "app_id", Till.APP,
                "seller_id", Till.SELLER,
                "out_trade_no", "o1",
                "trade_no", "2026112122001",
                "trade_status", "TRADE_SUCCESS",
                "total_amount", "15.00",
                "gmt_payment", "2026-11-21 20:00:00",
                "sign_type", "RSA2"));
        form.putAll(different);
        form.put("sign", OwnKeys.OF_ALIPAY.signing().sign(StringToSign.notified(form)));
        return form;
    }

    private static RawCallback signed(Map<String, String> different) {
        return letter(Forms.encoded(form(different)));
    }

    private static RawCallback letter(String form) {
        return new RawCallback(
                Map.of("content-type", List.of("application/x-www-form-urlencoded; charset=utf-8")),
                form.getBytes(StandardCharsets.UTF_8),
                Instant.now());
    }

    private CallbackReading read(RawCallback letter) {
        return block(channel.read(letter));
    }

    private Object outcome(Map<String, String> different) {
        return ((Authentic) read(signed(different))).outcome();
    }

    private void assertRefused(RawCallback letter, String code) {
        assertThat(read(letter))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
