package io.sluice.edge.authentication;

import static io.sluice.edge.fixture.Eventually.eventually;
import static io.sluice.edge.fixture.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.NoServerErrors;
import io.sluice.edge.fixture.SignedClient;
import io.sluice.edge.fixture.TestMerchant;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Who is believed, over HTTP. */
@ExtendWith(NoServerErrors.class)
class SignatureIT {

    private static final EdgeFixture EDGE = EdgeFixture.shared();
    private static final Duration CHANGES_SHOW_WITHIN = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void everyAlgorithmSignsPaymentsAndReads(SignatureAlgorithm algorithm) {
        TestMerchant merchant = merchant(algorithm);
        assertThat(merchant.client().pay("qr").statusCode()).isEqualTo(201);
        assertThat(merchant.client().get("/v1/payments?limit=1").body()).contains("\"amount\":1500");
    }

    @Test
    void aKeyIsGoodFromItsBeginningToItsEnd() {
        TestMerchant merchant = merchant(SignatureAlgorithm.ED25519);
        merchant.configureKey("not_before = now() + interval '1 hour'");
        eventuallyRefused(merchant, 401);
        merchant.configureKey("not_before = now() - interval '1 hour', not_after = now() - interval '1 second'");
        eventuallyRefused(merchant, 401);
        merchant.configureKey("not_after = now() + interval '1 hour'");
        eventually("good", CHANGES_SHOW_WITHIN, () -> status(merchant) == 200);
    }

    @Test
    void aRevokedKeyIsAsUnknownAsOneThatNeverWas() {
        TestMerchant merchant = merchant(SignatureAlgorithm.ED25519);
        assertThat(status(merchant)).isEqualTo(200);
        merchant.configureKey("revoked_at = now()");
        eventuallyRefused(merchant, 401);
        JsonNode revoked = assertProblem(merchant.client().get("/v1/payments"), 401, "signature_key_unknown");

        HttpRequest stranger = signed(merchant, "/v1/payments", headers -> {
            headers.computeIfPresent("Signature-Input", (name, value) -> value.replace(merchant.keyId(), "nobody"));
            return headers;
        });
        JsonNode unknown = assertProblem(merchant.client().send(stranger), 401, "signature_key_unknown");
        assertThat(revoked.at("/detail").stringValue().replace(merchant.keyId(), "nobody"))
                .isEqualTo(unknown.at("/detail").stringValue());
        assertThat(revoked.has("expected_signature_base")).isFalse();
        assertThat(unknown.has("expected_signature_base")).isFalse();
    }

    @Test
    void onlyAnInactiveMerchantItselfIsToldSo() {
        TestMerchant merchant = merchant(SignatureAlgorithm.ED25519);
        merchant.configure("active = false");
        eventuallyRefused(merchant, 403);
        assertProblem(merchant.client().get("/v1/payments"), 403, "merchant_inactive");
        assertProblem(merchant.client().send(tampered(merchant)), 401, "signature_invalid");
    }

    @Test
    void onlyATestMerchantIsToldTheBase() {
        TestMerchant merchant = merchant(SignatureAlgorithm.ED25519);
        String base = assertProblem(merchant.client().send(tampered(merchant)), 401, "signature_invalid")
                .at("/expected_signature_base")
                .stringValue();
        assertThat(base).contains("\"@authority\": " + merchant.client().authority());
        merchant.configure("test_mode = false");
        eventually(
                "kept to ourselves",
                CHANGES_SHOW_WITHIN,
                () -> !merchant.client().send(tampered(merchant)).body().contains("expected_signature_base"));
    }

    @Test
    void nothingThatWasSignedCanBeChanged() {
        TestMerchant merchant = merchant(SignatureAlgorithm.ED25519);
        SignedClient client = merchant.client();
        Map<String, String> key = Map.of("Idempotency-Key", "one");
        HttpRequest good = client.signed("POST", "/v1/payments", SignedClient.payment("qr"), key);

        Map<String, String> otherKey = signatureOf(good);
        otherKey.put("Idempotency-Key", "two");
        assertProblem(
                send(client, "POST", "/v1/payments", SignedClient.payment("qr"), otherKey), 401, "signature_invalid");

        Map<String, String> sameKey = signatureOf(good);
        sameKey.putAll(key);
        String otherBody = SignedClient.payment("qr").replace("1500", "1501");
        assertProblem(send(client, "POST", "/v1/payments", otherBody, sameKey), 400, "digest_mismatch");

        HttpRequest page = client.signed("GET", "/v1/payments?limit=1", "", Map.of());
        assertProblem(send(client, "GET", "/v1/payments?limit=2", "", signatureOf(page)), 401, "signature_invalid");
        assertProblem(send(client, "GET", "/v1/events?limit=1", "", signatureOf(page)), 401, "signature_invalid");
        assertProblem(send(client, "POST", "/v1/payments?limit=1", "", signatureOf(page)), 401, "signature_invalid");
        assertThat(client.send(page).statusCode()).isEqualTo(200);
    }

    @Test
    void theHostIsSignedWithItsPort() {
        TestMerchant merchant = merchant(SignatureAlgorithm.ED25519);
        HttpRequest request = merchant.client().signed("GET", "/v1/payments", "", Map.of());
        assertThat(raw(request, merchant.client().authority())).startsWith("HTTP/1.1 200");
        assertThat(raw(request, "127.0.0.1")).startsWith("HTTP/1.1 401").contains("signature_invalid");
        assertThat(raw(request, "127.0.0.1:1")).startsWith("HTTP/1.1 401").contains("signature_invalid");
    }

    @Test
    void ratesAreToldAndKept() {
        TestMerchant merchant = merchant(SignatureAlgorithm.ED25519);
        merchant.configure("permits_per_second = 1, burst = 3");
        merchant.configureKey("permits_per_second = 1, burst = 2");
        eventually(
                "limited",
                CHANGES_SHOW_WITHIN,
                () -> merchant.client().get("/v1/payments").statusCode() == 429);
        HttpResponse<String> limited = merchant.client().get("/v1/payments");
        assertProblem(limited, 429, "rate_limited");
        assertThat(limited.headers().firstValue("Retry-After")).contains("1");
        assertThat(limited.headers().firstValue("RateLimit")).contains("\"key\";r=0;t=1");
        assertThat(limited.headers().firstValue("RateLimit-Policy")).contains("\"merchant\";q=3;w=3, \"key\";q=2;w=2");
    }

    private static TestMerchant merchant(SignatureAlgorithm algorithm) {
        return EDGE.newMerchant(algorithm, "active = true");
    }

    private static int status(TestMerchant merchant) {
        return merchant.client().get("/v1/payments").statusCode();
    }

    private static void eventuallyRefused(TestMerchant merchant, int status) {
        eventually("refused", CHANGES_SHOW_WITHIN, () -> status(merchant) == status);
    }

    private static HttpRequest tampered(TestMerchant merchant) {
        return signed(merchant, "/v1/payments", headers -> {
            headers.computeIfPresent(
                    "Signature-Input", (name, value) -> value.replaceAll("nonce=\"....", "nonce=\"zzzz"));
            return headers;
        });
    }

    private static HttpRequest signed(TestMerchant merchant, String target, UnaryOperator<Map<String, String>> change) {
        HttpRequest signed = merchant.client().signed("GET", target, "", Map.of());
        return merchant.client()
                .unsigned("GET", target, "", change.apply(signatureOf(signed)))
                .build();
    }

    private static HttpResponse<String> send(
            SignedClient client, String method, String target, String body, Map<String, String> headers) {
        return client.send(client.unsigned(method, target, body, headers).build());
    }

    private static Map<String, String> signatureOf(HttpRequest signed) {
        Map<String, String> headers = new HashMap<>();
        for (String name : new String[] {"Signature", "Signature-Input", "Content-Digest"}) {
            signed.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
        }
        return headers;
    }

    private static String raw(HttpRequest request, String host) {
        StringBuilder head =
                new StringBuilder("GET /v1/payments HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n");
        signatureOf(request)
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return EDGE.raw(head.append("\r\n").toString());
    }
}
