package io.sluice.channels.unionpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.crypto.VouchedCertificate;
import io.sluice.channels.unionpay.model.BindingRequests;
import io.sluice.channels.unionpay.model.Requests;
import io.sluice.core.channel.AgreementOrder;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.SmsCode;
import io.sluice.sandbox.simulators.unionpay.keys.Authority;
import io.sluice.sandbox.simulators.unionpay.keys.SignMethod;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What leaves about a card: its number and the telephone's never in the clear. */
class BindingRequestsTest {

    private static final String NUMBER = "01a1fcd47b3e70008e999aa1e1794550";
    private static final AgreementOrder ORDER = new AgreementOrder(
            NUMBER, "agreement1", new Card("6216261000000000018", YearMonth.of(2031, 12)), "13800001234");

    private final CertificateCipher cipher = CertificateCipher.of(VouchedCertificate.x509(
                    Authority.make(SignMethod.RSA, Instant.now()).pem())
            .getFirst());
    private final BindingRequests requests = new BindingRequests(
            new Requests("777290058110048", "https://shop.example/thanks", "https://pay.example/callbacks/x"), cipher);

    @Test
    void theCardIsEncryptedAndTheCodeGoesAlong() {
        Map<String, String> fields = requests.bind(ORDER, new SmsCode("111111"));
        String customer = new String(Base64.getDecoder().decode(fields.get("customerInfo")), StandardCharsets.UTF_8);
        assertThat(fields)
                .containsEntry("txnType", "72")
                .containsEntry("bizType", "000301")
                .containsEntry("bindId", "agreement1")
                .containsEntry("orderId", NUMBER)
                .containsEntry("encryptCertId", cipher.certificateId());
        assertThat(customer).startsWith("{smsCode=111111&encryptedInfo=").endsWith("}");
        assertThat(fields + customer).doesNotContain(ORDER.card().number(), ORDER.phone());
        assertThat(ORDER.toString()).doesNotContain(ORDER.card().number(), ORDER.phone());
    }

    @Test
    void aRequestForAMessageHasNoCode() {
        Map<String, String> fields = requests.sms(ORDER);
        String customer = new String(Base64.getDecoder().decode(fields.get("customerInfo")), StandardCharsets.UTF_8);
        assertThat(fields).containsEntry("txnType", "77");
        assertThat(customer).doesNotContain("smsCode");
    }

    @Test
    void askingAndUndoingNameTheAgreementAlone() {
        var reference = new AgreementReference(NUMBER, "agreement1", "agreement1");
        assertThat(requests.query(reference))
                .containsEntry("txnType", "75")
                .doesNotContainKeys("accNo", "customerInfo");
        assertThat(requests.unbind(reference)).containsEntry("txnType", "74").doesNotContainKeys("accNo");
    }
}
