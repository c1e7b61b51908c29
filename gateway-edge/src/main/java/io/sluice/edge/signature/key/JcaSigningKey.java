package io.sluice.edge.signature.key;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** A private key of which a JCA provider computes the signatures. */
record JcaSigningKey(SignatureAlgorithm algorithm, JcaAlgorithm jca, PrivateKey key) implements SigningKey {

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature context = jca.newContext(JcaAlgorithm.PSS_SALT_BYTES);
            context.initSign(key);
            context.update(message);
            return context.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform cannot sign with " + algorithm, e);
        }
    }
}
