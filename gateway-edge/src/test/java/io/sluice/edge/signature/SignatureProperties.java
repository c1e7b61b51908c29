package io.sluice.edge.signature;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.signature.model.FieldValues;
import io.sluice.edge.signature.model.PendingSignature;
import io.sluice.edge.signature.model.RequestToVerify;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.edge.signature.model.SignatureHeaders;
import io.sluice.edge.signature.model.SignaturePolicy;
import io.sluice.edge.signature.model.Verdict;
import io.sluice.edge.signature.model.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureProperties {

    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);

    @ParameterizedTest
    @EnumSource
    void everyAlgorithmVerifiesWhatItSigned(SignatureAlgorithm algorithm) {
        RequestSigner signer = new RequestSigner("k", TestKeys.signing(algorithm));
        VerificationKey key = TestKeys.verification(algorithm);
        Seed.forEach(20, random -> {
            RequestToVerify request = request(random);
            RequestToVerify signed = Requests.with(request, signer.sign(request, NOW, nonce(random)));
            assertThat(verdict(signed, key)).isInstanceOf(Verdict.Verified.class);
        });
    }

    @ParameterizedTest
    @EnumSource
    void noOtherKeyVerifies(SignatureAlgorithm algorithm) {
        RequestToVerify request = Requests.payment();
        for (SignatureAlgorithm other : SignatureAlgorithm.values()) {
            RequestSigner signer = new RequestSigner("k", TestKeys.signing(other));
            RequestToVerify signed = Requests.with(request, signer.sign(request, NOW, "0123456789abcdef"));
            assertThat(verdict(signed, TestKeys.verification(algorithm)) instanceof Verdict.Verified)
                    .isEqualTo(other == algorithm);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyChangedCharacterIsRefused(SignatureAlgorithm algorithm) {
        RequestSigner signer = new RequestSigner("k", TestKeys.signing(algorithm));
        VerificationKey key = TestKeys.verification(algorithm);
        Seed.forEach(100, random -> {
            RequestToVerify request = request(random);
            RequestToVerify signed = Requests.with(request, signer.sign(request, NOW, nonce(random)));
            RequestToVerify changed = changed(signed, random);
            assertThat(verdict(changed, key)).as(changed.toString()).isInstanceOf(Verdict.Refused.class);
        });
    }

    @Test
    void anyHeadersAreAnsweredWithAValue() {
        VerificationKey key = TestKeys.verification(SignatureAlgorithm.HMAC_SHA256);
        RequestSigner signer = new RequestSigner("k", TestKeys.signing(SignatureAlgorithm.HMAC_SHA256));
        Seed.forEach(5_000, random -> {
            RequestToVerify request = request(random);
            SignatureHeaders headers = signer.sign(request, NOW, nonce(random));
            FieldValues broken = FieldValues.of(Map.of(
                    "signature-input", List.of(torn(headers.signatureInput(), random)),
                    "signature", List.of(torn(headers.signature(), random)),
                    "content-digest", List.of(torn(requireNonNullElse(headers.contentDigest(), ""), random))));
            verdict(new RequestToVerify("POST", "https", "h", "/%zz", "%zz=%", broken, request.body()), key);
        });
    }

    private static Verdict verdict(RequestToVerify request, VerificationKey key) {
        return switch (SignaturePolicy.MERCHANT.read(request)) {
            case Verdict.Refused refused -> refused;
            case PendingSignature pending -> pending.verify(key, NOW);
        };
    }

    private static RequestToVerify request(RandomGenerator random) {
        return Requests.request(
                "POST",
                "/v1/" + word(random),
                random.nextBoolean() ? word(random) + "=%2F" + word(random) : null,
                Map.of("idempotency-key", word(random)),
                word(random));
    }

    /** One character of one covered part made another one. */
    private static RequestToVerify changed(RequestToVerify r, RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> copy(r, flipped(r.method(), random), r.host(), r.rawPath(), r.rawQuery());
            case 1 -> copy(r, r.method(), "x" + r.host(), r.rawPath(), r.rawQuery());
            case 2 -> copy(r, r.method(), r.host(), flipped(r.rawPath(), random), r.rawQuery());
            case 3 ->
                copy(r, r.method(), r.host(), r.rawPath(), r.rawQuery() == null ? "a" : flipped(r.rawQuery(), random));
            case 4 ->
                Requests.withBody(
                        r,
                        flipped(new String(r.body(), StandardCharsets.UTF_8), random)
                                .getBytes(StandardCharsets.UTF_8));
            case 5 -> flippedField(r, "idempotency-key", random);
            case 6 -> flippedField(r, "signature", random);
            default -> flippedField(r, "content-digest", random);
        };
    }

    private static RequestToVerify flippedField(RequestToVerify request, String name, RandomGenerator random) {
        return Requests.with(
                request, Map.of(name, flipped(request.fields().of(name).getFirst(), random)));
    }

    private static String flipped(String text, RandomGenerator random) {
        char[] characters = text.toCharArray();
        int at = random.nextInt(characters.length);
        characters[at] = characters[at] == 'q' ? 'p' : 'q';
        return new String(characters);
    }

    /** Cut short, or with a few characters that mean something replaced. */
    private static String torn(String text, RandomGenerator random) {
        StringBuilder torn = new StringBuilder(text.substring(0, random.nextInt(text.length() + 1)));
        for (int i = 0; i < random.nextInt(4) && !torn.isEmpty(); i++) {
            torn.setCharAt(random.nextInt(torn.length()), "\"();=,:@?-1a \u0000\u00ff".charAt(random.nextInt(15)));
        }
        return random.nextBoolean() ? torn.toString() : torn + text;
    }

    private static RequestToVerify copy(
            RequestToVerify r, String method, String host, String path, @Nullable String query) {
        return new RequestToVerify(method, r.scheme(), host, path, query, r.fields(), r.body());
    }

    private static String nonce(RandomGenerator random) {
        return "nonce-" + word(random) + "-0123456789";
    }

    private static String word(RandomGenerator random) {
        return Long.toString(random.nextLong(1, Long.MAX_VALUE), 36);
    }
}
