package io.sluice.edge.signature.key;

import static io.sluice.edge.signature.model.SignatureAlgorithm.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.edge.signature.TestKeys;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.edge.signature.model.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerificationKeysTest {

    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @EnumSource
    void takesTheTextWithAndWithoutArmour(SignatureAlgorithm algorithm) {
        String pem = TestKeys.text(algorithm).verificationText();
        String bare = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
        byte[] signature = TestKeys.signing(algorithm).sign(MESSAGE);
        assertThat(VerificationKeys.parse(algorithm, pem).verifies(MESSAGE, signature))
                .isTrue();
        assertThat(VerificationKeys.parse(algorithm, bare).verifies(MESSAGE, signature))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void answersBytesThatAreNoSignatureWithFalse(SignatureAlgorithm algorithm) {
        VerificationKey key = TestKeys.verification(algorithm);
        for (int length : List.of(0, 1, 63, 64, 65, 255, 256, 257, 4096)) {
            assertThat(key.verifies(MESSAGE, new byte[length]))
                    .as("%d bytes", length)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifiesOnManyThreadsAtOnce(SignatureAlgorithm algorithm) {
        VerificationKey key = TestKeys.verification(algorithm);
        byte[] signature = TestKeys.signing(algorithm).sign(MESSAGE);
        assertThat(IntStream.range(0, 200).parallel().allMatch(i -> key.verifies(MESSAGE, signature)))
                .isTrue();
    }

    @Test
    void refusesWeakKeys() throws GeneralSecurityException {
        assertUnusable(RSA_PSS_SHA512, rsa(1024), "1024 bits; 2048 to 8192");
        assertUnusable(HMAC_SHA256, Base64.getEncoder().encodeToString(new byte[31]), "31 bytes; at least 32");
    }

    @Test
    void refusesKeysOfAnotherKind() throws GeneralSecurityException {
        String p256 = TestKeys.text(ECDSA_P256_SHA256).verificationText();
        String sm2 = TestKeys.text(SM2_SM3).verificationText();
        assertUnusable(ECDSA_P256_SHA256, p384(), "P-256");
        assertUnusable(SM2_SM3, p256, "sm2p256v1");
        assertUnusable(ECDSA_P256_SHA256, sm2, "");
        assertUnusable(ED25519, p256, "ed25519");
        assertUnusable(RSA_V1_5_SHA256, p256, "rsa-v1_5-sha256");
    }

    @Test
    void saysWhatIsWrongWithTheText() {
        assertUnusable(ED25519, TestKeys.text(ED25519).signingText(), "is a PRIVATE KEY; a PUBLIC KEY is needed");
        assertUnusable(ED25519, "not base64!", "not base64");
        assertUnusable(ED25519, "-----BEGIN PUBLIC KEY-----\nAAAA\n", "well-formed PEM");
        assertUnusable(ED25519, "AAAA", "SubjectPublicKeyInfo");
        assertUnusable(SM2_SM3, "AAAA", "SubjectPublicKeyInfo");
        assertUnusable(ED25519, "A".repeat(20_000), "longer than");
    }

    private static void assertUnusable(SignatureAlgorithm algorithm, String text, String message) {
        assertThatThrownBy(() -> VerificationKeys.parse(algorithm, text))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining(message);
    }

    private static String rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return text(generator);
    }

    private static String p384() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        return text(generator);
    }

    private static String text(KeyPairGenerator generator) {
        return Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
    }
}
