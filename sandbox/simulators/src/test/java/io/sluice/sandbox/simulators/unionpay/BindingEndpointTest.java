package io.sluice.sandbox.simulators.unionpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.simulators.unionpay.model.Outcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the channel binds and refuses to bind, in its own words, and that it forgets no binding. */
class BindingEndpointTest {

    @TempDir
    static Path folder;

    private static UnionPaySimulator simulator;
    private static RawMerchant merchant;

    @BeforeAll
    static void start() {
        simulator = begin();
        merchant = new RawMerchant(simulator);
    }

    private static UnionPaySimulator begin() {
        return UnionPaySimulator.start(SimulatorConfig.in(folder).withPayer(Outcome.APPROVED, Duration.ofMillis(10)));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "accNo, 6216261000000000018, 10",
        "customerInfo, e30=, 10",
        "encryptCertId, 1, 10",
        "bindId, a-b, 10",
        "bizType, 000201, 32"
    })
    void whatIsNotRightIsRefusedWithItsField(String field, String value, String code) {
        Map<String, String> fields = bind("binding001", "bind1", "111111");
        fields.put(field, value);
        assertThat(post(fields)).contains("respCode=" + code).contains(field);
    }

    @ParameterizedTest
    @CsvSource({"111111, 00", "222222, 71", "333333, 60", "123456, 71"})
    void aCodeBringsAboutWhatIsDocumented(String code, String answer) {
        assertThat(post(bind("binding2" + code, "bind2" + code, code))).contains("respCode=" + answer);
        assertThat(post(named("75", "query" + code, "bind2" + code)))
                .contains("respCode=" + (answer.equals("00") ? "00" : "34"));
    }

    @Test
    void aNameIsBoundOnceAndUndoneOnce() {
        assertThat(post(bind("binding301", "bind3", "111111"))).contains("respCode=00");
        assertThat(post(bind("binding301", "bind3", "111111"))).contains("respCode=12");
        assertThat(post(bind("binding302", "bind3", "111111"))).contains("respCode=12");
        assertThat(post(named("74", "binding303", "bind3"))).contains("respCode=00");
        assertThat(post(named("74", "binding304", "bind3"))).contains("respCode=34");
        assertThat(post(named("75", "binding305", "bind3"))).contains("respCode=34");
    }

    @Test
    void aBindingIsRememberedByTheNextSimulatorInTheFolder() {
        assertThat(post(bind("binding401", "bind4", "111111"))).contains("respCode=00");
        try (var next = begin()) {
            var again = new RawMerchant(next);
            assertThat(again.post("backTransReq.do", again.signed(named("75", "binding402", "bind4"))))
                    .contains("respCode=00")
                    .contains("bindId=bind4");
        }
    }

    private static Map<String, String> named(String type, String orderId, String bindId) {
        Map<String, String> fields = RawMerchant.fields(type, orderId);
        fields.put("bizType", "000301");
        fields.put("bindId", bindId);
        return fields;
    }

    private static Map<String, String> bind(String orderId, String bindId, String code) {
        Map<String, String> fields = named("72", orderId, bindId);
        fields.put("encryptCertId", certificate().getSerialNumber().toString());
        fields.put("accNo", encrypted("6216261000000000018"));
        String customer = "{smsCode=" + code + "&encryptedInfo=" + encrypted("phoneNo=13800001234&expired=3112") + "}";
        fields.put("customerInfo", Base64.getEncoder().encodeToString(customer.getBytes(StandardCharsets.US_ASCII)));
        return fields;
    }

    private static String post(Map<String, String> fields) {
        return merchant.post("backTransReq.do", merchant.signed(fields));
    }

    private static String encrypted(String text) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, certificate().getPublicKey());
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static X509Certificate certificate() {
        byte[] pem = simulator.credentials().encryptionPem().getBytes(StandardCharsets.US_ASCII);
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
