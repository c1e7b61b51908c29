package io.sluice.channels.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.api.AlipayApiException;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipaySignature;
import com.alipay.api.request.AlipayTradePagePayRequest;
import io.sluice.channels.alipay.model.PayMethod;
import io.sluice.channels.alipay.model.SignedNode;
import io.sluice.channels.alipay.model.StringToSign;
import io.sluice.channels.crypto.RsaPublicKey;
import io.sluice.channels.http.Forms;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.money.Money;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The official SDK verifies what the adapter signs, and signs what the adapter verifies. */
class OfficialSdkTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String NOTIFY = "https://pay.example/callbacks/cha_1";
    private static final String CHARSET = "utf-8";
    private static final String RSA2 = "RSA2";

    private final AlipayAccount account = AccountFields.read(new AccountConfiguration(
            ChannelAccountId.next(),
            "alipay",
            Map.of(
                    "app_id",
                    Till.APP,
                    "seller_id",
                    Till.SELLER,
                    "app_private_key",
                    OwnKeys.OF_THE_APP.privateKey(),
                    "alipay_public_key",
                    OwnKeys.OF_ALIPAY.publicKey(),
                    "return_url",
                    "https://tea.example/thanks?a=1&b=2")));
    private final RequestSigner signer = new RequestSigner(account, NOTIFY, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void itVerifiesOurRequests() throws AlipayApiException {
        String content = Documents.order(order("alipay_qr"), PayMethod.QR);
        Map<String, String> sent =
                Forms.decoded(signer.post("alipay.trade.precreate", content).body());

        assertThat(verifiedByTheSdk(sent)).isTrue();
        assertThat(sent)
                .containsEntry("timestamp", "2026-11-21 20:00:00")
                .containsEntry("biz_content", content)
                .containsEntry("notify_url", NOTIFY);
        sent.put("biz_content", content.replace("15.00", "0.01"));
        assertThat(verifiedByTheSdk(sent)).isFalse();
    }

    @Test
    void bothMakeTheSamePage() throws AlipayApiException {
        String content = Documents.order(order("alipay_page"), PayMethod.PAGE);
        Map<String, String> ours = query(signer.link("alipay.trade.page.pay", content));
        Map<String, String> theirs = query(theirLink(content));

        assertThat(verifiedByTheSdk(ours)).isTrue();
        assertThat(RsaPublicKey.ofPemOrBase64(OwnKeys.OF_THE_APP.publicKey())
                        .verifies(StringToSign.request(theirs), theirs.get("sign")))
                .as("our text to sign is theirs")
                .isTrue();
        assertThat(ours.keySet()).isSubsetOf(theirs.keySet());
        for (String same : new String[] {"app_id", "method", "biz_content", "notify_url", "return_url", "version"}) {
            assertThat(ours).containsEntry(same, theirs.get(same));
        }
    }

    private String theirLink(String content) throws AlipayApiException {
        var client = new DefaultAlipayClient(
                account.baseUrl() + "/gateway.do",
                Till.APP,
                OwnKeys.OF_THE_APP.privateKey(),
                "JSON",
                CHARSET,
                OwnKeys.OF_ALIPAY.publicKey(),
                RSA2);
        var request = new AlipayTradePagePayRequest();
        request.setNotifyUrl(NOTIFY);
        request.setReturnUrl(account.returnUrl());
        request.setBizContent(content);
        return client.pageExecute(request, "GET").getBody();
    }

    @Test
    void weVerifyItsNotifies() throws AlipayApiException {
        Map<String, String> notify = new TreeMap<>(Map.of("total_amount", "15.00", "subject", "茶 & tea=1"));
        String sign = AlipaySignature.rsaSign(
                AlipaySignature.getSignContent(notify), OwnKeys.OF_ALIPAY.privateKey(), CHARSET, RSA2);

        assertThat(account.alipayKey().verifies(StringToSign.notified(notify), sign))
                .isTrue();
        notify.put("sign", OwnKeys.OF_ALIPAY.signing().sign(StringToSign.notified(notify)));
        notify.put("sign_type", RSA2);
        assertThat(AlipaySignature.rsaCheckV1(notify, OwnKeys.OF_ALIPAY.publicKey(), CHARSET, RSA2))
                .isTrue();
    }

    @Test
    void weVerifyItsAnswers() throws AlipayApiException {
        String response = "{\"code\":\"10000\",\"msg\":\"Success\",\"qr_code\":\"https:\\/\\/qr.alipay.com\\/b{a}x\"}";
        String sign = AlipaySignature.rsaSign(response, OwnKeys.OF_ALIPAY.privateKey(), CHARSET, RSA2);
        byte[] answer = "{\"alipay_trade_precreate_response\":%s,\"sign\":\"%s\"}"
                .formatted(response, sign.replace("/", "\\/"))
                .getBytes(StandardCharsets.UTF_8);

        SignedNode node = SignedNode.in(answer, "alipay.trade.precreate").orElseThrow();
        assertThat(account.alipayKey().verifies(node.raw(), node.sign())).isTrue();
    }

    private static boolean verifiedByTheSdk(Map<String, String> sent) throws AlipayApiException {
        return AlipaySignature.rsaCheck(
                AlipaySignature.getSignCheckContentV2(new TreeMap<>(sent)),
                sent.get("sign"),
                OwnKeys.OF_THE_APP.publicKey(),
                CHARSET,
                RSA2);
    }

    private static Map<String, String> query(String link) {
        return Forms.decoded(URI.create(link).getRawQuery().getBytes(StandardCharsets.US_ASCII));
    }

    private static PayOrder order(String method) {
        return new PayOrder(
                "01a1fcd47b3e7001ac8ec088a3f47798",
                Money.of(1500, "CNY"),
                method,
                "Tea & 茶, 100%",
                null,
                null,
                NOW.plusSeconds(900));
    }
}
