package io.sluice.edge.signature.key;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.edge.signature.model.VerificationKey;
import java.io.IOException;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** An SM2 public key. */
record Sm2VerificationKey(AsymmetricKeyParameter key) implements VerificationKey {

    static Sm2VerificationKey of(byte[] subjectPublicKeyInfo) {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo);
            Sm2.requireCurve(info.getAlgorithm());
            return new Sm2VerificationKey(PublicKeyFactory.createKey(info));
        } catch (UnusableKeyException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle's parsers answer malformed input with many kinds of unchecked exceptions.
            throw new UnusableKeyException("The key is no SubjectPublicKeyInfo of an SM2 key.", e);
        }
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.SM2_SM3;
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != Sm2.SIGNATURE_BYTES) {
            return false;
        }
        SM2Signer context = Sm2.newContext(false, key);
        context.update(message, 0, message.length);
        return context.verifySignature(signature);
    }
}
