package io.sluice.channels.unionpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.channel.Capabilities.MethodCapability;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountFieldsTest {

    @Test
    void itTakesRenminbiAndCapturesOnce() {
        assertThat(Shop.signingBySm2().channel.capabilities().methods())
                .as("without agreements")
                .singleElement()
                .satisfies(method -> assertThat(method.requires()).isEmpty());
        assertThat(new Shop().channel.capabilities().methods())
                .extracting(MethodCapability::method, MethodCapability::requires)
                .containsExactly(
                        tuple("unionpay_gateway", List.of()), tuple("unionpay_agreement", List.of("agreement")));
        assertThat(new Shop().channel.capabilities().methods()).allSatisfy(method -> {
            assertThat(method.currencies()).containsExactly("CNY");
            assertThat(method.captures()).isEqualTo(ManualCapture.ONCE);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "merchant_id, 1234, must be 15",
        "certificate_id, 0AFF, must be decimal",
        "sign_method, 11, must be 01",
        "private_key, secret, must be PKCS#8",
        "root_certificates, none, must hold X.509",
        "base_url, ftp://x, must be scheme",
        "front_url, shop.example, must be an http"
    })
    void aWrongFieldIsNamedWithWhatWouldBeRight(String field, String value, String rule) {
        assertThatThrownBy(() -> new Shop(Map.of(field, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + field + "' " + rule)
                .hasMessageNotContaining("secret");
    }

    /** An RSA key is none for SM2. */
    @Test
    void theKeyMustFitTheMethod() {
        assertThatThrownBy(() -> new Shop(Map.of("sign_method", "21")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'private_key' must hold an SM2 private key");
    }
}
