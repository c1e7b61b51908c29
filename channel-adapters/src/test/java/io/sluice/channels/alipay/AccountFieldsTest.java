package io.sluice.channels.alipay;

import static io.sluice.channels.contract.Shop.block;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account is checked when it is opened, and a refusal names the field and what would be right. */
class AccountFieldsTest {
    private static final String NOWHERE = "http://127.0.0.1:10";

    @Test
    void capabilitiesSayWhatCanBePaidAndHowLongDoubtLasts() {
        var capabilities = Till.at(NOWHERE, Map.of("in_doubt_seconds", "5")).capabilities();

        assertThat(capabilities.inDoubtWindow()).isEqualTo(Duration.ofSeconds(5));
        assertThat(capabilities.methods())
                .extracting(method -> method.method() + " " + method.payerRequired())
                .containsExactly("alipay_qr false", "alipay_code true", "alipay_page false", "alipay_wap false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "app_id            | ``          | lacks 'app_id'",
                "app_id            | wx12345678  | 'app_id' must be 8 to 32 digits",
                "seller_id         | 2088        | 'seller_id' must be the 16 digits",
                "app_private_key   | abc         | 'app_private_key' must hold an RSA private key",
                "alipay_public_key | abc         | 'alipay_public_key' must hold an RSA public key",
                "base_url          | https://h/p | 'base_url' must be scheme",
                "return_url        | javascript: | 'return_url' must be an http(s) address",
                "in_doubt_seconds  | -1          | 'in_doubt_seconds' must be a whole number of seconds",
            })
    void wrongFieldIsNamed(String field, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Till.at(NOWHERE, Map.of(field, value)))
                .withMessageContaining(message);
    }

    @Test
    void secretsStayOutOfMessages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Till.at(NOWHERE, Map.of("app_private_key", "sesame==")))
                .satisfies(refused -> assertThat(refused.toString()).doesNotContain("sesame"));
    }

    @Test
    void whatCannotBePaidIsNotSent() {
        assertNotSent("alipay_code", "CNY", "payer_missing");
        assertNotSent("alipay_page", "USD", "currency_unsupported");
    }

    private static void assertNotSent(String method, String currency, String code) {
        var order = new PayOrder(
                "01a1fcd47b3e7001ac8ec088a3f47798", Money.of(1, currency), method, "tea", null, null, Instant.now());
        assertThat(block(Till.at(NOWHERE, Map.of()).pay(order)))
                .isInstanceOfSatisfying(
                        NotSent.class, notSent -> assertThat(notSent.code()).isEqualTo(code));
    }
}
