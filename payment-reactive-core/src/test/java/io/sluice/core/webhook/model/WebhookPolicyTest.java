package io.sluice.core.webhook.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.merchant.model.InvalidFieldException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPolicyTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    private final WebhookPolicy strict = new WebhookPolicy(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/hook",
                "https://user:password@shop.example/",
                "https://shop.example/#part",
                "https:///hook",
                "shop.example/hook",
                "ftp://shop.example",
                "https://shop example/",
                ""
            })
    void refusesWhatIsNoAddressForDeliveries(String url) {
        assertThatThrownBy(() -> strict.requireUrl(url))
                .isInstanceOfSatisfying(
                        InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo("url"));
    }

    @Test
    void takesPlainHttpInTheSandboxOnly() {
        assertThatCode(() -> strict.requireUrl("https://shop.example:8443/hook?a=b"))
                .doesNotThrowAnyException();
        assertThatCode(() -> new WebhookPolicy(true).requireUrl("http://127.0.0.1:8090/hook"))
                .doesNotThrowAnyException();
    }

    @Test
    void listsTheEventTypesThereAre() {
        strict.requireEventTypes(List.of("payment.succeeded"));
        assertThatThrownBy(() -> strict.requireEventTypes(List.of("payment.succeeded", "payment.paid")))
                .hasMessageContaining("'payment.paid'")
                .hasMessageContaining("payment.closed");
    }

    @Test
    void takesSecretsOf24To64Bytes() {
        assertThat(WebhookSecret.of(new byte[24]).text()).startsWith("whsec_AAAA");
        WebhookSecret.of(new byte[64]);
        assertThatThrownBy(() -> WebhookSecret.of(new byte[23])).hasMessageContaining("24 to 64");
        assertThatThrownBy(() -> WebhookSecret.of(new byte[65])).hasMessageContaining("24 to 64");
        assertThatThrownBy(() -> new WebhookSecret("whsec_*")).hasMessageContaining("24 to 64");
        assertThatThrownBy(() -> new WebhookSecret("secret")).hasMessageNotContaining("'secret'");
    }

    @Test
    void theSecretBeforeARotationEndsAfterTheOverlap() {
        EndpointSecrets first = EndpointSecrets.of(secret(1));
        EndpointSecrets second = first.rotated(secret(2), NOON, DAY);
        assertThat(second.newestFirst())
                .containsExactly(
                        new EndpointSecret(secret(2).text(), null),
                        new EndpointSecret(secret(1).text(), NOON.plus(DAY)));

        EndpointSecrets third = second.rotated(secret(3), NOON.plus(DAY), DAY);
        assertThat(third.newestFirst())
                .containsExactly(
                        new EndpointSecret(secret(3).text(), null),
                        new EndpointSecret(secret(2).text(), NOON.plus(DAY).plus(DAY)));
    }

    @Test
    void keepsAtMostFiveSecretsHoweverOftenTheyRotate() {
        EndpointSecrets secrets = EndpointSecrets.of(secret(0));
        for (int i = 1; i < 20; i++) {
            secrets = secrets.rotated(secret(i), NOON, DAY);
        }
        assertThat(secrets.newestFirst()).hasSize(5);
        assertThat(secrets.newestFirst().getFirst().secret())
                .isEqualTo(secret(19).text());
    }

    private static WebhookSecret secret(int i) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) i;
        return WebhookSecret.of(bytes);
    }
}
