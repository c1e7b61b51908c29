package io.sluice.channels.crypto;

import io.sluice.channels.model.PlatformKey;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A channel's public key, with or without a certificate around it. */
public final class RsaPublicKey implements PlatformKey {

    private final PublicKey key;

    private RsaPublicKey(PublicKey key) {
        this.key = key;
    }

    /**
     * @param text X.509 SubjectPublicKeyInfo in base64, with or without the frame that PEM puts around it
     * @throws IllegalArgumentException saying what the text must be
     */
    public static RsaPublicKey ofPemOrBase64(String text) {
        try {
            return of(Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", "")));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "must hold an RSA public key in base64 or PEM (-----BEGIN PUBLIC KEY-----)", malformed);
        }
    }

    static RsaPublicKey of(byte[] der) throws GeneralSecurityException {
        return new RsaPublicKey(CryptoProviders.rsaKeys().generatePublic(new X509EncodedKeySpec(der)));
    }

    @Override
    public boolean verifies(byte[] message, String signatureBase64) {
        try {
            Signature signature = CryptoProviders.sha256WithRsa();
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(Base64.getDecoder().decode(signatureBase64));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
