package io.sluice.edge.signature.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.signature.key.SigningKeys;
import io.sluice.edge.signature.key.VerificationKeys;
import io.sluice.edge.signature.model.field.Dictionary;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 9421's own examples: what it says must be signed, and that its signatures are true. */
class Rfc9421VectorsTest {

    @Test
    void minimalRsaPss() {
        String base = base("();created=1618884473;keyid=\"test-key-rsa-pss\";nonce=\"b3k2pp5k7z-50gnwp.yemd\"");
        assertThat(base)
                .isEqualTo(
                        "\"@signature-params\": ();created=1618884473;keyid=\"test-key-rsa-pss\";nonce=\"b3k2pp5k7z-50gnwp.yemd\"");
        assertRsaPss(
                base,
                "d2pmTvmbncD3xQm8E9ZV2828BjQWGgiwAaw5bAkgibUopemLJcWDy/lkbbHAve4cRAtx31Iq786U7it++wgGxbtRxf8Udx7zFZsckzXaJMkA7ChG52eSkFxykJeNqsrWH5S+oxNFlD4dzVuwe8DhTSja8xxbR/Z2cOGdCbzR72rgFWhzx2VjBqJzsPLMIQKhO4DGezXehhWwE56YCE+O6c0mKZsfxVrogUvA4HELjVKWmAvtl6UnCh8jYzuVG5WSb/QEVPnP5TmcAnLH1g+s++v6d4s8m0gCw1fV5/SITLq9mhho8K3+7EPYTU8IU1bLhdxO5Nyt8C8ssinQ98Xw9Q==");
    }

    @Test
    void selectiveRsaPss() {
        String base = base(
                "(\"@authority\" \"content-digest\" \"@query-param\";name=\"Pet\");created=1618884473;keyid=\"test-key-rsa-pss\";tag=\"header-example\"");
        assertThat(base.lines()).contains("\"@query-param\";name=\"Pet\": dog");
        assertRsaPss(
                base,
                "LjbtqUbfmvjj5C5kr1Ugj4PmLYvx9wVjZvD9GsTT4F7GrcQEdJzgI9qHxICagShLRiLMlAJjtq6N4CDfKtjvuJyE5qH7KT8UCMkSowOB4+ECxCmT8rtAmj/0PIXxi0A0nxKyB09RNrCQibbUjsLS/2YyFYXEu4TRJQzRw1rLEuEfY17SARYhpTlaqwZVtR8NV7+4UKkjqpcAoFqWFQh62s7Cl+H2fjBSpqfZUJcsIk4N6wiKYd4je2U/lankenQ99PZfB4jY3I5rSV2DSBVkSFsURIjYErOs0tFTQosMTAoxk//0RoKUqiYY8Bh0aaUEb0rQl3/XaVe4bXTugEjHSw==");
    }

    @Test
    void fullRsaPss() {
        String base = base(
                "(\"date\" \"@method\" \"@path\" \"@query\" \"@authority\" \"content-type\" \"content-digest\" \"content-length\");created=1618884473;keyid=\"test-key-rsa-pss\"");
        assertThat(base.lines()).contains("\"@query\": ?param=Value&Pet=dog", "\"content-length\": 18");
        assertRsaPss(
                base,
                "bbN8oArOxYoyylQQUU6QYwrTuaxLwjAC9fbY2F6SVWvh0yBiMIRGOnMYwZ/5MR6fb0Kh1rIRASVxFkeGt683+qRpRRU5p2voTp768ZrCUb38K0fUxN0O0iC59DzYx8DFll5GmydPxSmme9v6ULbMFkl+V5B1TP/yPViV7KsLNmvKiLJH1pFkh/aYA2HXXZzNBXmIkoQoLd7YfW91kE9o/CCoC1xMy7JA1ipwvKvfrs65ldmlu9bpG6A9BmzhuzF8Eim5f8ui9eH8LZH896+QIF61ka39VBrohr9iyMUJpvRX2Zbhl5ZJzSRxpJyoEZAFL2FUo5fTIztsDZKEgM4cUA==");
    }

    /** B.2.4 signs a response, which this gateway never verifies; its base is taken from the RFC as it stands. */
    @Test
    void responseEcdsa() {
        String base = """
                "@status": 200
                "content-type": application/json
                "content-digest": sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:
                "content-length": 23
                "@signature-params": ("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256\"""";
        VerificationKey key = VerificationKeys.parse(
                SignatureAlgorithm.ECDSA_P256_SHA256, Rfc9421Vectors.key("test-key-ecc-p256.pem"));
        assertSigned(
                key, base, "wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==");
    }

    @Test
    void hmac() {
        String base =
                base("(\"date\" \"@authority\" \"content-type\");created=1618884473;keyid=\"test-shared-secret\"");
        String secret = Rfc9421Vectors.key("test-shared-secret.base64");
        String expected = "pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=";
        assertSigned(VerificationKeys.parse(SignatureAlgorithm.HMAC_SHA256, secret), base, expected);
        assertThat(SigningKeys.parse(SignatureAlgorithm.HMAC_SHA256, secret).sign(base.getBytes(UTF_8)))
                .isEqualTo(Base64.getDecoder().decode(expected));
    }

    @Test
    void ed25519() {
        String base = base(
                "(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\");created=1618884473;keyid=\"test-key-ed25519\"");
        String expected = "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==";
        assertSigned(
                VerificationKeys.parse(SignatureAlgorithm.ED25519, Rfc9421Vectors.key("test-key-ed25519.pem")),
                base,
                expected);
        assertThat(SigningKeys.parse(SignatureAlgorithm.ED25519, Rfc9421Vectors.key("test-key-ed25519-private.pem"))
                        .sign(base.getBytes(UTF_8)))
                .isEqualTo(Base64.getDecoder().decode(expected));
    }

    /** Section 4.3: the second signature of the proxy's example. */
    @Test
    void proxyRsaV15() {
        String base = """
                "@method": POST
                "@authority": origin.host.internal.example
                "@path": /foo
                "content-digest": %s
                "content-type": application/json
                "content-length": 18
                "forwarded": for=192.0.2.123;host=example.com;proto=https
                "@signature-params": ("@method" "@authority" "@path" "content-digest" "content-type" "content-length" "forwarded");created=1618884480;keyid="test-key-rsa";alg="rsa-v1_5-sha256";expires=1618884540""".formatted(Rfc9421Vectors.DIGEST);
        assertSigned(
                VerificationKeys.parse(SignatureAlgorithm.RSA_V1_5_SHA256, Rfc9421Vectors.key("test-key-rsa.pem")),
                base,
                "S6ZzPXSdAMOPjN/6KXfXWNO/f7V6cHm7BXYUh3YD/fRad4BCaRZxP+JH+8XY1I6+8Cy+CM5g92iHgxtRPz+MjniOaYmdkDcnL9cCpXJleXsOckpURl49GwiyUpZ10KHgOEe11sx3G2gxI8S0jnxQB+Pu68U9vVcasqOWAEObtNKKZd8tSFu7LB5YAv0RAGhB8tmpv7sFnIm9y+7X5kXQfi8NMaZaA8i2ZHwpBdg7a6CMfwnnrtflzvZdXAsD3LH2TwevU+/PBPv0B6NMNk93wUs/vfJvye+YuI87HU38lZHowtznbLVdp770I6VHR6WfgS9ddzirrswsE1w5o0LV/g==");
    }

    private static String base(String input) {
        Dictionary dictionary = Dictionary.parse("signature-input", List.of("sig=" + input));
        SignatureInput parsed = SignatureInput.of("sig", dictionary.get("sig").orElseThrow());
        return SignatureBase.of(Rfc9421Vectors.REQUEST, parsed).text();
    }

    private static void assertRsaPss(String base, String signature) {
        assertSigned(
                VerificationKeys.parse(SignatureAlgorithm.RSA_PSS_SHA512, Rfc9421Vectors.key("test-key-rsa-pss.pem")),
                base,
                signature);
    }

    private static void assertSigned(VerificationKey key, String base, String signature) {
        byte[] bytes = Base64.getDecoder().decode(signature);
        assertThat(key.verifies(base.getBytes(UTF_8), bytes)).isTrue();
        assertThat(key.verifies((base + ' ').getBytes(UTF_8), bytes)).isFalse();
    }
}
