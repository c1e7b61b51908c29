package io.sluice.edge.signature.key;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.edge.signature.model.VerificationKey;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;

/** A public key of which a JCA provider computes the signatures. */
record JcaVerificationKey(SignatureAlgorithm algorithm, JcaAlgorithm jca, PublicKey key) implements VerificationKey {

    private static final int SHA512_BYTES = 64;

    /**
     * RSA-PSS is tried with the salt of RFC 9421 first, and then with the longest one: Node.js and OpenSSL sign so unless
     * told otherwise, and the security of the scheme does not depend on it.
     */
    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        return verifies(message, signature, JcaAlgorithm.PSS_SALT_BYTES)
                || (key instanceof RSAPublicKey rsa
                        && jca.isPss()
                        && verifies(message, signature, longestSaltBytes(rsa)));
    }

    private boolean verifies(byte[] message, byte[] signature, int saltBytes) {
        try {
            Signature context = jca.newContext(saltBytes);
            context.initVerify(key);
            context.update(message);
            return context.verify(signature);
        } catch (SignatureException _) {
            // The bytes do not even have the form of a signature.
            return false;
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A key that was parsed for " + algorithm + " does not fit it", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform cannot compute " + algorithm, e);
        }
    }

    private static int longestSaltBytes(RSAPublicKey rsa) {
        int encodedBytes = (rsa.getModulus().bitLength() - 1 + 7) / 8;
        return encodedBytes - SHA512_BYTES - 2;
    }
}
