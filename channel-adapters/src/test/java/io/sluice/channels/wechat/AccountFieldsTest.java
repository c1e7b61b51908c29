package io.sluice.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account is checked when it is opened, and a refusal names the field and what would be right. */
class AccountFieldsTest {

    @Test
    void capabilitiesSayWhatCanBePaidAndHowLongDoubtLasts() {
        var capabilities = new Shop(Map.of("in_doubt_seconds", "5")).channel.capabilities();

        assertThat(capabilities.inDoubtWindow()).isEqualTo(Duration.ofSeconds(5));
        assertThat(capabilities.methods())
                .extracting(method -> method.method() + " " + method.payerRequired())
                .containsExactly("wechat_native false", "wechat_jsapi true");
        assertThat(new Shop().channel.capabilities().inDoubtWindow()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "app_id                | ``            | lacks 'app_id'",
                "app_id                | wx\"1         | 'app_id' must be 1 to 32 letters and digits",
                "merchant_id           | 19 00         | 'merchant_id' must be 1 to 32 letters and digits",
                "merchant_serial       | serial        | 'merchant_serial' must be hexadecimal",
                "merchant_private_key  | abc           | 'merchant_private_key' must be PKCS#8 PEM",
                "api_v3_key            | short         | 'api_v3_key' must have 32 bytes",
                "base_url              | https://h/p   | 'base_url' must be scheme",
                "base_url              | ftp://host    | 'base_url' must be scheme",
                "platform_certificates | certificate   | 'platform_certificates' must hold X.509 certificates",
                "in_doubt_seconds      | -1            | 'in_doubt_seconds' must be a whole number of seconds",
            })
    void wrongFieldIsNamed(String field, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shop(Map.of(field, value)))
                .withMessageContaining(message);
    }

    @Test
    void secretsStayOutOfMessages() {
        String pem = "-----BEGIN PRIVATE KEY-----\nsesame==\n-----END PRIVATE KEY-----";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shop(Map.of("merchant_private_key", pem)))
                .withMessageContaining("'merchant_private_key' must hold an RSA private key")
                .satisfies(refused -> assertThat(refused.toString()).doesNotContain("sesame"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shop(Map.of("api_v3_key", "sesame-sesame")))
                .satisfies(refused -> assertThat(refused.toString()).doesNotContain("sesame"));
    }
}
