package io.sluice.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechat.pay.java.core.util.PemUtil;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.id.AttemptId;
import io.sluice.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Orders at the simulator, which checks every field and every signature. */
class OrderTest {

    private final Shop shop = new Shop();

    @Test
    void nativeOrderYieldsACodeToScan() {
        var pending = (Pending) shop.pay(shop.order("never"));

        var action = Objects.requireNonNull(pending.nextAction());
        assertThat(action.type()).isEqualTo("qr_code");
        assertThat(action.values().get("qr_code")).startsWith("weixin://wxpay/bizpayurl?pr=");
    }

    @Test
    void jsapiOrderYieldsWhatTheWalletTakesSignedByTheMerchant() throws Exception {
        var pending = (Pending) shop.pay(jsapi("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"));

        var action = Objects.requireNonNull(pending.nextAction());
        assertThat(action.type()).isEqualTo("app_parameters");
        Map<String, String> values = action.values();
        assertThat(values)
                .containsOnlyKeys("appId", "timeStamp", "nonceStr", "package", "signType", "paySign")
                .containsEntry("appId", Simulator.merchant().appid())
                .containsEntry("signType", "RSA");
        assertThat(values.get("package")).startsWith("prepay_id=wx");
        assertThat(signedByMerchant(values)).isEqualTo(values.get("paySign"));
    }

    private PayOrder jsapi(@Nullable String openid) {
        return new PayOrder(
                AttemptId.next().channelNumber(),
                Money.of(1, "CNY"),
                "wechat_jsapi",
                "outcome=never " + "茶".repeat(200),
                openid,
                null,
                Instant.now().plus(Duration.ofMinutes(5)));
    }

    /** PKCS#1 v1.5 signatures are the same each time, so the JDK's can be compared. */
    private static String signedByMerchant(Map<String, String> values) throws Exception {
        String text = values.get("appId") + "\n" + values.get("timeStamp") + "\n" + values.get("nonceStr") + "\n"
                + values.get("package") + "\n";
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(PemUtil.loadPrivateKeyFromString(Simulator.merchant().privateKeyPem()));
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    @Test
    void jsapiOrderWithoutPayerIsNotSent() {
        assertThat(shop.pay(jsapi(null)))
                .isInstanceOfSatisfying(
                        NotSent.class, no -> assertThat(no.code()).isEqualTo("payer_missing"));
    }

    @Test
    void closedNumberStaysClosed() {
        PayOrder order = shop.order("never");
        shop.pay(order);
        shop.close(order);

        assertThat(shop.pay(order)).isEqualTo(new Closed("ORDER_CLOSED"));
    }

    @Test
    void numberUsedForAnotherOrderLeavesTheOutcomeOpen() {
        PayOrder order = shop.order("never");
        shop.pay(order);

        assertThat(shop.pay(shop.order("never", order.number(), Money.of(1600, "CNY"))))
                .isInstanceOfSatisfying(
                        Unknown.class, it -> assertThat(it.code()).isEqualTo("OUT_TRADE_NO_USED"));
    }

    /** The channel refuses a repetition of a paid order as an invalid request: that is no proof that nothing was paid. */
    @Test
    void repeatedPaidOrderLeavesTheOutcomeToTheQuery() {
        PayOrder order = shop.order("approved");
        shop.pay(order);
        shop.inquireUntil(ChannelOutcome.Approved.class, order);

        assertThat(shop.pay(order)).isInstanceOf(Unknown.class);
    }

    @Test
    void refusedParameterIsNotSent() {
        assertThat(shop.pay(shop.order("never", "abc", shop.price())))
                .isInstanceOfSatisfying(
                        NotSent.class, no -> assertThat(no.code()).isEqualTo("PARAM_ERROR"));
    }

    @Test
    void wrongMerchantSerialIsRefusedBeforeAnythingIsSent() {
        assertThat(new Shop(Map.of("merchant_serial", "ABCDEF")).pay(shop.order("never")))
                .isInstanceOfSatisfying(
                        NotSent.class, no -> assertThat(no.code()).isEqualTo("certificates_unavailable"));
    }

    @Test
    void withConfiguredCertificatesAWrongSerialIsTheChannelsRefusal() {
        var different = Map.of(
                "merchant_serial",
                "ABCDEF",
                "platform_certificates",
                String.join("\n", Simulator.merchant().platformCertificates()));

        assertThat(new Shop(different).pay(shop.order("never")))
                .isInstanceOfSatisfying(
                        NotSent.class, no -> assertThat(no.code()).isEqualTo("SIGN_ERROR"));
    }
}
