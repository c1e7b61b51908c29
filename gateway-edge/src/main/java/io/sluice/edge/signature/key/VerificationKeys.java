package io.sluice.edge.signature.key;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.edge.signature.model.VerificationKey;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;

/** Reads the keys that merchants register. Reading is dear, so keep what it returns. */
public final class VerificationKeys {

    private VerificationKeys() {}

    /**
     * A public key as PEM or base64 of its SubjectPublicKeyInfo; for hmac-sha256 the base64 of the secret.
     *
     * @throws UnusableKeyException when it is not such a key, not for this algorithm, or too weak
     */
    public static VerificationKey parse(SignatureAlgorithm algorithm, String text) {
        return switch (algorithm) {
            case HMAC_SHA256 -> ofSecret(KeyText.base64(text));
            case SM2_SM3 -> Sm2VerificationKey.of(KeyText.decode(text, "PUBLIC KEY"));
            case ED25519, ECDSA_P256_SHA256, RSA_PSS_SHA512, RSA_V1_5_SHA256 ->
                jca(algorithm, KeyText.decode(text, "PUBLIC KEY"));
        };
    }

    /**
     * What is to be stored of a key that {@link #parse} takes: its SubjectPublicKeyInfo (DER), or the shared secret.
     *
     * @throws UnusableKeyException as {@link #parse}
     */
    public static byte[] material(SignatureAlgorithm algorithm, String text) {
        parse(algorithm, text);
        return algorithm == SignatureAlgorithm.HMAC_SHA256 ? KeyText.base64(text) : KeyText.decode(text, "PUBLIC KEY");
    }

    /**
     * A shared secret for hmac-sha256.
     *
     * @throws UnusableKeyException when it has fewer than 32 bytes
     */
    public static VerificationKey ofSecret(byte[] secret) {
        return new HmacKey(secret);
    }

    private static VerificationKey jca(SignatureAlgorithm algorithm, byte[] subjectPublicKeyInfo) {
        JcaAlgorithm jca = JcaAlgorithm.of(algorithm);
        try {
            PublicKey key = CryptoProviders.keyFactory(jca.keyFactory())
                    .generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
            KeyStrength.require(algorithm, key);
            return new JcaVerificationKey(algorithm, jca, key);
        } catch (GeneralSecurityException e) {
            throw new UnusableKeyException(
                    "The key is no SubjectPublicKeyInfo of a key for " + algorithm.wireName() + '.', e);
        }
    }
}
