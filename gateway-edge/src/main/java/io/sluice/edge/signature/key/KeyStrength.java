package io.sluice.edge.signature.key;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;

/** What a key must be at least, and for RSA at most: a check with an endless key would be an attack on us. */
final class KeyStrength {

    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;

    private KeyStrength() {}

    static void require(SignatureAlgorithm algorithm, Key key) throws GeneralSecurityException {
        if (key instanceof RSAKey rsa) {
            requireRsaBits(rsa.getModulus().bitLength());
        }
        if (key instanceof ECKey ec && !isP256(ec.getParams())) {
            throw new UnusableKeyException(
                    "The key is not on the curve P-256 (prime256v1), as " + algorithm.wireName() + " needs.");
        }
    }

    private static void requireRsaBits(int bits) {
        if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS) {
            throw new UnusableKeyException(
                    "The RSA key has " + bits + " bits; " + MIN_RSA_BITS + " to " + MAX_RSA_BITS + " are accepted.");
        }
    }

    private static boolean isP256(ECParameterSpec curve) throws GeneralSecurityException {
        AlgorithmParameters p256 = AlgorithmParameters.getInstance("EC");
        p256.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec wanted = p256.getParameterSpec(ECParameterSpec.class);
        return curve.getCurve().equals(wanted.getCurve())
                && curve.getGenerator().equals(wanted.getGenerator())
                && curve.getOrder().equals(wanted.getOrder());
    }
}
