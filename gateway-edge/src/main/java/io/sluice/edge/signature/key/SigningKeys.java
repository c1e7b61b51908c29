package io.sluice.edge.signature.key;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;

/** Reads the keys with which requests are signed. */
public final class SigningKeys {

    private SigningKeys() {}

    /**
     * A private key as PEM or base64 of its PKCS #8; for hmac-sha256 the base64 of the secret.
     *
     * @throws UnusableKeyException when it is not such a key, not for this algorithm, or too weak
     */
    public static SigningKey parse(SignatureAlgorithm algorithm, String text) {
        return switch (algorithm) {
            case HMAC_SHA256 -> new HmacKey(KeyText.base64(text));
            case SM2_SM3 -> Sm2SigningKey.of(KeyText.decode(text, "PRIVATE KEY"));
            case ED25519, ECDSA_P256_SHA256, RSA_PSS_SHA512, RSA_V1_5_SHA256 ->
                jca(algorithm, KeyText.decode(text, "PRIVATE KEY"));
        };
    }

    private static SigningKey jca(SignatureAlgorithm algorithm, byte[] pkcs8) {
        JcaAlgorithm jca = JcaAlgorithm.of(algorithm);
        try {
            PrivateKey key =
                    CryptoProviders.keyFactory(jca.keyFactory()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            KeyStrength.require(algorithm, key);
            return new JcaSigningKey(algorithm, jca, key);
        } catch (GeneralSecurityException e) {
            throw new UnusableKeyException("The key is no PKCS #8 of a key for " + algorithm.wireName() + '.', e);
        }
    }
}
