package io.sluice.channels.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.core.channel.Capabilities.ManualCapture;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account is checked when it is opened, and a refusal names the field and what would be right. */
class AccountFieldsTest {

    @Test
    void capabilitiesSayWhatCanBePaidAndHeld() {
        var capabilities = new Shop(Map.of("in_doubt_seconds", "5")).channel.capabilities();

        assertThat(capabilities.inDoubtWindow()).isEqualTo(Duration.ofSeconds(5));
        assertThat(capabilities.methods()).singleElement().satisfies(method -> {
            assertThat(method.currencies()).containsExactly("USD", "EUR", "JPY", "KWD");
            assertThat(method.captures()).isEqualTo(ManualCapture.SEVERAL);
        });
        assertThat(new Shop(Map.of("currencies", ""))
                        .channel
                        .capabilities()
                        .methods()
                        .getFirst()
                        .currencies())
                .contains("USD", "JPY")
                .doesNotContain("KWD", "CNY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "client_id            | ``           | lacks 'client_id'",
                "client_id            | a:b          | 'client_id' must be 1 to 200 visible characters",
                "client_secret        | a b          | 'client_secret' must be 1 to 200 visible characters",
                "merchant_id          | me           | 'merchant_id' must be 5 to 30 capitals and digits",
                "webhook_id           | a-b          | 'webhook_id' must be 5 to 30 capitals and digits",
                "return_url           | shop.example | 'return_url' must be an http(s) address",
                "base_url             | https://h/p  | 'base_url' must be scheme",
                "webhook_certificates | https://h/p  | 'webhook_certificates' must be an http(s) address that ends in /",
                "webhook_authority    | certificate  | 'webhook_authority' must hold X.509 certificates",
                "currencies           | USD;EUR      | 'currencies' must be ISO 4217 codes",
                "in_doubt_seconds     | -1           | 'in_doubt_seconds' must be a whole number of seconds",
            })
    void wrongFieldIsNamed(String field, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shop(Map.of(field, value)))
                .withMessageContaining(message);
    }

    @Test
    void secretsStayOutOfMessages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shop(Map.of("client_secret", "open sesame")))
                .satisfies(refused -> assertThat(refused.toString()).doesNotContain("sesame"));
    }
}
