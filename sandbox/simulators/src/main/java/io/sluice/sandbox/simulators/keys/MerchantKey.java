package io.sluice.sandbox.simulators.keys;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** A merchant's public key. */
public final class MerchantKey {
    private final PublicKey key;

    public MerchantKey(String mchid, String publicKeyPem) {
        try {
            this.key = Pem.publicKey(publicKeyPem);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalArgumentException(
                    "The public key of merchant " + mchid + " must be an RSA SubjectPublicKeyInfo in PEM", broken);
        }
    }

    /** Whether the base64 text is this key's SHA256withRSA signature of the message; anything malformed is not. */
    public boolean verifies(byte[] message, String signatureBase64) {
        try {
            Signature signature = RsaProvider.signature();
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(Base64.getDecoder().decode(signatureBase64));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
