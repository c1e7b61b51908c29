package io.sluice.compare.baseline.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class SignedMessageTest {
    private static final String PARAMETERS = "(\"@method\" \"@authority\" \"@path\" \"@query\""
            + " \"content-digest\");created=1700000000;nonce=\"0123456789abcdef\";keyid=\"compare\";tag=\"sluice\"";

    @Test
    void whatWasSignedIsPutTogetherAgain() {
        SignedMessage message = SignedMessage.of(headers(), "/v1/payments");

        assertThat(message.base())
                .isEqualTo("\"@method\": POST\n\"@authority\": pay.example\n\"@path\": /v1/payments\n\"@query\": ?\n"
                        + "\"content-digest\": sha-256=:abc=:\n\"@signature-params\": " + PARAMETERS);
    }

    @Test
    void parametersAreRead() {
        assertThat(SignedMessage.of(headers(), "/v1/payments"))
                .extracting(
                        SignedMessage::keyId, SignedMessage::nonce, SignedMessage::created, SignedMessage::signature)
                .containsExactly("compare", "0123456789abcdef", 1_700_000_000L, "c2ln");
    }

    @Test
    void aMissingFieldIsNamed() {
        HttpHeaders headers = headers();
        headers.remove("Content-Digest");

        assertThatThrownBy(() -> SignedMessage.of(headers, "/v1/payments"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("content-digest");
    }

    private static HttpHeaders headers() {
        var headers = new HttpHeaders();
        headers.set("Host", "pay.example");
        headers.set("Content-Digest", "sha-256=:abc=:");
        headers.set("Signature-Input", "sluice=" + PARAMETERS);
        headers.set("Signature", "sluice=:c2ln:");
        return headers;
    }
}
