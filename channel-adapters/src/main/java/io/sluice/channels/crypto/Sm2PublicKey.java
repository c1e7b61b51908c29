package io.sluice.channels.crypto;

import io.sluice.channels.model.PlatformKey;
import java.io.IOException;
import java.util.Base64;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** A channel's SM2 key. */
public final class Sm2PublicKey implements PlatformKey {

    private final AsymmetricKeyParameter key;

    private Sm2PublicKey(AsymmetricKeyParameter key) {
        this.key = key;
    }

    /**
     * @param der SubjectPublicKeyInfo
     * @throws IllegalArgumentException when it is not one of an SM2 key
     */
    public static Sm2PublicKey of(byte[] der) {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(der);
            Sm2.requireCurve(info.getAlgorithm());
            return new Sm2PublicKey(PublicKeyFactory.createKey(info));
        } catch (IOException | RuntimeException malformed) {
            throw new IllegalArgumentException("must hold an SM2 public key on the curve sm2p256v1", malformed);
        }
    }

    @Override
    public boolean verifies(byte[] message, String signatureBase64) {
        try {
            byte[] signature = Base64.getDecoder().decode(signatureBase64);
            SM2Signer context = Sm2.context(false, key);
            context.update(message, 0, message.length);
            return context.verifySignature(signature);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
