package io.sluice.edge.signature;

import static io.sluice.edge.signature.model.RefusalCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.signature.model.PendingSignature;
import io.sluice.edge.signature.model.Reading;
import io.sluice.edge.signature.model.RefusalCode;
import io.sluice.edge.signature.model.RequestToVerify;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.edge.signature.model.SignaturePolicy;
import io.sluice.edge.signature.model.Verdict;
import io.sluice.edge.signature.model.Verdict.Refused;
import io.sluice.edge.signature.model.Verdict.Verified;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a merchant may get wrong, and what it is told. */
class SignaturePolicyTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
    private static final String NONCE = "n-0123456789abcdef";
    private static final RequestSigner SIGNER =
            new RequestSigner("key-1", TestKeys.signing(SignatureAlgorithm.ED25519));

    @Test
    void verifiesAWellSignedRequest() {
        Verdict verdict = verdict(signed(Requests.payment()), NOW);
        assertThat(verdict).isEqualTo(new Verified("key-1", SignatureAlgorithm.ED25519, "sluice", NONCE, NOW, null));
        assertThat(verdict(signed(Requests.lookup()), NOW)).isInstanceOf(Verified.class);
    }

    @Test
    void refusesARequestWithoutOurSignature() {
        assertRefused(Requests.payment(), SIGNATURE_MISSING, "signature-input");
        assertRefused(edited("tag=\"sluice\"", "tag=\"other\""), SIGNATURE_MISSING, "tag=\"sluice\"");
        RequestToVerify inputOnly = Requests.without(signed(Requests.payment()), "signature");
        assertRefused(inputOnly, SIGNATURE_MISSING, "no signature field");
    }

    @Test
    void passesOverOtherSignaturesButNotASecondOfOurs() {
        assertThat(verdict(edited("sluice=(", "proxy=(\"@status\");tag=\"p\", sluice=("), NOW))
                .isInstanceOf(Verified.class);
        assertRefused(edited("sluice=(", "twin=();tag=\"sluice\", sluice=("), SIGNATURE_AMBIGUOUS, "[twin, sluice]");
        assertRefused(edited("sluice=(", "sluice=(), sluice=("), SIGNATURE_MALFORMED, "\"sluice\" twice");
    }

    @ParameterizedTest
    @CsvSource({"created=1790000000;, created", "nonce=\"n-0123456789abcdef\";, nonce", "keyid=\"key-1\";, keyid"})
    void wantsEveryParameter(String parameter, String name) {
        assertRefused(edited(parameter, ""), SIGNATURE_PARAMETER_MISSING, name);
    }

    @Test
    void wantsParametersOfTheRightKind() {
        assertRefused(edited("created=1790000000", "created=\"now\""), SIGNATURE_MALFORMED, "whole number");
        assertRefused(edited("keyid=\"key-1\"", "keyid=key-1"), SIGNATURE_MALFORMED, "quoted string");
        assertRefused(edited(NONCE, "short"), SIGNATURE_MALFORMED, "16 to 128");
        assertRefused(edited(NONCE, "x".repeat(129)), SIGNATURE_MALFORMED, "16 to 128");
        RequestToVerify token = Requests.with(signed(Requests.payment()), Map.of("signature", "sluice=abc"));
        assertRefused(token, SIGNATURE_MALFORMED, "base64");
    }

    @ParameterizedTest
    @CsvSource({"@method", "@authority", "@path", "content-digest", "idempotency-key"})
    void wantsEveryPartOfMeaningCovered(String component) {
        Refused refused = refused(edited(" \"" + component + "\"", "", "(\"" + component + "\" ", "("));
        assertThat(refused.code()).isEqualTo(SIGNATURE_COMPONENT_MISSING);
        assertThat(refused.message()).isEqualTo("The signature must also cover \"" + component + "\".");
        assertThat(refused.expectedSignatureBase()).contains("\"" + component + "\": ");
    }

    @Test
    void wantsTheQueryCoveredOnlyWhereThereIsOne() {
        RequestToVerify lookup = Requests.with(
                Requests.lookup(),
                Map.of(
                        "signature-input",
                        input(signed(Requests.lookup())).replace(" \"@query\"", ""),
                        "signature",
                        "sluice=:AAAA:"));
        assertRefused(lookup, SIGNATURE_COMPONENT_MISSING, "\"@query\"");
        Refused payment = refused(edited(" \"@query\"", ""));
        assertThat(payment.code()).isEqualTo(SIGNATURE_INVALID);
    }

    @Test
    void wantsTheDigestOfABody() {
        RequestToVerify undigested = Requests.without(signed(Requests.payment()), "content-digest");
        assertRefused(undigested, DIGEST_MISSING, "sha-256=:");
        RequestToVerify changed = Requests.withBody(signed(Requests.payment()), new byte[] {1});
        assertRefused(changed, DIGEST_MISMATCH, "sha-256=:");
    }

    @ParameterizedTest
    @CsvSource({"-300, true", "300, true", "-301, false", "301, false"})
    void allowsFiveMinutesEitherWay(long offset, boolean allowed) {
        Verdict verdict = verdict(signed(Requests.payment()), NOW.plusSeconds(offset));
        assertThat(verdict instanceof Verified).isEqualTo(allowed);
        if (verdict instanceof Refused refused) {
            assertThat(refused.code()).isEqualTo(SIGNATURE_CREATED_SKEW);
        }
    }

    @Test
    void honoursTheSignersOwnExpiry() {
        assertRefused(edited("keyid=", "expires=1789999999;keyid="), SIGNATURE_EXPIRED, "1789999999");
        assertRefused(edited("keyid=", "expires=1790000000;keyid="), SIGNATURE_INVALID, "signature base");
    }

    @Test
    void bindsTheAlgorithmToTheKey() {
        assertRefused(edited("keyid=", "alg=\"hmac-sha256\";keyid="), SIGNATURE_ALGORITHM_MISMATCH, "ed25519");
    }

    @Test
    void showsWhatShouldHaveBeenSigned() {
        Refused refused = refused(edited(NONCE, "another-nonce-than-signed"));
        assertThat(refused.code()).isEqualTo(SIGNATURE_INVALID);
        assertThat(refused.expectedSignatureBase()).isEqualTo("""
                        "@method": POST
                        "@authority": gateway.example
                        "@path": /v1/payments
                        "@query": ?
                        "content-digest": sha-256=:0wvNTwKXOLOwf6H+3VCd2iZWLL8dcjPaQBlT8P3mZqU=:
                        "idempotency-key": order-7Q3F
                        "@signature-params": ("@method" "@authority" "@path" "@query" "content-digest" "idempotency-key");created=1790000000;nonce="another-nonce-than-signed";keyid="key-1";tag="sluice\"""");
    }

    @Test
    void namesTheKeyThatIsNotThere() {
        PendingSignature pending = (PendingSignature) SignaturePolicy.MERCHANT.read(signed(Requests.payment()));
        assertThat(pending.keyId()).isEqualTo("key-1");
        assertThat(pending.keyUnknown().code().wireName()).isEqualTo("signature_key_unknown");
        assertThat(pending.keyUnknown().message()).contains("key-1");
    }

    private static RequestToVerify signed(RequestToVerify request) {
        return Requests.with(request, SIGNER.sign(request, NOW, NONCE));
    }

    /** A signed payment whose Signature-Input was changed afterwards. */
    private static RequestToVerify edited(String... replacements) {
        RequestToVerify signed = signed(Requests.payment());
        String input = input(signed);
        for (int i = 0; i < replacements.length; i += 2) {
            input = input.replace(replacements[i], replacements[i + 1]);
        }
        return Requests.with(signed, Map.of("signature-input", input));
    }

    private static String input(RequestToVerify request) {
        return request.fields().of("signature-input").getFirst();
    }

    private static Verdict verdict(RequestToVerify request, Instant now) {
        Reading reading = SignaturePolicy.MERCHANT.read(request);
        return switch (reading) {
            case Refused refused -> refused;
            case PendingSignature pending -> pending.verify(TestKeys.verification(SignatureAlgorithm.ED25519), now);
        };
    }

    private static Refused refused(RequestToVerify request) {
        return (Refused) verdict(request, NOW);
    }

    private static void assertRefused(RequestToVerify request, RefusalCode code, String message) {
        Refused refused = refused(request);
        assertThat(refused.code()).as(refused.message()).isEqualTo(code);
        assertThat(refused.message()).contains(message);
    }
}
