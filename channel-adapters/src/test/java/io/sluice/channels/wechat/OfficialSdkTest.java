package io.sluice.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechat.pay.java.core.certificate.InMemoryCertificateProvider;
import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.core.util.PemUtil;
import com.wechat.pay.java.service.payments.model.Transaction;
import io.sluice.channels.crypto.MerchantKey;
import io.sluice.core.channel.CallbackReading.Authentic;
import io.sluice.core.channel.CallbackReading.Refused;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.RawCallback;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The official SDK and the adapter sign alike and believe the same callbacks. */
class OfficialSdkTest {

    private final Shop shop = new Shop();

    @Test
    void bothReadTheSameFromACallback() {
        shop.pay(shop.order("approved"));
        RawCallback letter = shop.callbacks(1).getFirst();

        Transaction official = parser().parse(parameters(letter), Transaction.class);
        Authentic ours = (Authentic) shop.read(letter);
        Approved approved = (Approved) ours.outcome();
        assertThat(ours.number()).isEqualTo(official.getOutTradeNo());
        assertThat(approved.channelReference()).isEqualTo(official.getTransactionId());
        assertThat(approved.paid().minor())
                .isEqualTo(official.getAmount().getTotal().longValue());
        assertThat(approved.paid().currency().getCurrencyCode())
                .isEqualTo(official.getAmount().getCurrency());
    }

    @Test
    void bothRefuseTheProbe() {
        shop.pay(shop.order("probe"));
        RawCallback probe = shop.callbacks(2).getFirst();

        assertThatThrownBy(() -> parser().parse(parameters(probe), Transaction.class))
                .isInstanceOf(ValidationException.class);
        assertThat(shop.read(probe)).isInstanceOf(Refused.class);
    }

    @Test
    void bothSignAlike() {
        String pem = Simulator.merchant().privateKeyPem();
        String text = "GET\n/v3/certificates\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n";

        String official = new RSASigner("serial", PemUtil.loadPrivateKeyFromString(pem))
                .sign(text)
                .getSign();
        assertThat(MerchantKey.ofPem(pem).sign(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(official);
    }

    private static NotificationParser parser() {
        var certificates = Simulator.merchant().platformCertificates().stream()
                .map(PemUtil::loadX509FromString)
                .toList();
        byte[] key = Simulator.merchant().apiV3Key().getBytes(StandardCharsets.UTF_8);
        return new NotificationParser(
                Map.of("WECHATPAY2-SHA256-RSA2048", new RSAVerifier(new InMemoryCertificateProvider(certificates))),
                Map.of("AEAD_AES_256_GCM", new AeadAesCipher(key)));
    }

    private static RequestParam parameters(RawCallback letter) {
        return new RequestParam.Builder()
                .serialNumber(letter.header("wechatpay-serial"))
                .nonce(letter.header("wechatpay-nonce"))
                .timestamp(letter.header("wechatpay-timestamp"))
                .signature(letter.header("wechatpay-signature"))
                .body(new String(letter.body(), StandardCharsets.UTF_8))
                .build();
    }
}
