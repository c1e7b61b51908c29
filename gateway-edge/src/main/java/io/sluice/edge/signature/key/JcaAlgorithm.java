package io.sluice.edge.signature.key;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/**
 * An algorithm as Java names it.
 *
 * @param keyFactory what parses its keys
 * @param signature what computes it
 */
record JcaAlgorithm(String keyFactory, String signature) {

    /** RFC 9421, section 3.3.1, fixes the salt of RSA-PSS at this many bytes. */
    static final int PSS_SALT_BYTES = 64;

    static JcaAlgorithm of(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ED25519 -> new JcaAlgorithm("Ed25519", "Ed25519");
            case ECDSA_P256_SHA256 -> new JcaAlgorithm("EC", "SHA256withECDSAinP1363Format");
            case RSA_PSS_SHA512 -> new JcaAlgorithm("RSA", "RSASSA-PSS");
            case RSA_V1_5_SHA256 -> new JcaAlgorithm("RSA", "SHA256withRSA");
            case HMAC_SHA256, SM2_SM3 ->
                throw new IllegalArgumentException(algorithm.wireName() + " is not computed by a JCA Signature");
        };
    }

    boolean isPss() {
        return "RSASSA-PSS".equals(signature);
    }

    /** A new context; contexts are not safe to be shared between threads. */
    Signature newContext(int saltBytes) throws GeneralSecurityException {
        Signature context = CryptoProviders.signature(signature);
        if (isPss()) {
            context.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, saltBytes, 1));
        }
        return context;
    }
}
