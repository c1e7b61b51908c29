package io.sluice.notifier.endpoint.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    @Test
    void isWhatTheJavaLibraryVerifies() {
        assertThatCode(() -> verify(Signed.with(List.of(Signed.FIRST), Signed.FIRST)))
                .doesNotThrowAnyException();
    }

    @Test
    void isVerifiedByTheNewAndByTheOldSecretDuringARotation() {
        List<String> both = List.of(Signed.SECOND, Signed.FIRST);
        assertThatCode(() -> verify(Signed.with(both, Signed.FIRST))).doesNotThrowAnyException();
        assertThatCode(() -> verify(Signed.with(both, Signed.SECOND))).doesNotThrowAnyException();
    }

    @Test
    void isRefusedWithAnotherSecret() {
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> verify(Signed.with(List.of(Signed.FIRST), Signed.SECOND)));
    }

    /** The example of the specification and of its reference libraries. */
    @Test
    void isThatOfTheKnownExample() {
        SigningSecret secret = SigningSecret.parse(Signed.FIRST, Optional.empty());
        String signature = WebhookSignature.of(
                List.of(secret),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}");
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void leavesOutSecretsThatHaveExpired() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        SigningSecret current = SigningSecret.parse(Signed.SECOND, Optional.empty());
        SigningSecret old = SigningSecret.parse(Signed.FIRST, Optional.of(now));
        List<SigningSecret> secrets = List.of(current, old);
        assertThat(WebhookSignature.of(secrets, "id", now.minusSeconds(1), "{}").split(" "))
                .hasSize(2);
        assertThat(WebhookSignature.of(secrets, "id", now, "{}"))
                .isEqualTo(WebhookSignature.of(List.of(current), "id", now, "{}"));
        assertThat(WebhookSignature.of(List.of(old), "id", now, "{}")).isEmpty();
    }

    @Test
    void neverShowsASecret() {
        assertThat(SigningSecret.parse(Signed.FIRST, Optional.empty()).toString())
                .doesNotContain("MfKQ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningSecret.parse("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Optional.empty()))
                .withMessageNotContaining("MfKQ");
    }

    private static void verify(Signed webhook) throws Exception {
        Map<String, List<String>> headers = webhook.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        new Webhook(webhook.secret()).verify(webhook.body(), HttpHeaders.of(headers, (_, _) -> true));
    }
}
