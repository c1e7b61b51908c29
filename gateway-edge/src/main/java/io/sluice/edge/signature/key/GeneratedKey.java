package io.sluice.edge.signature.key;

import io.sluice.edge.signature.model.SignatureAlgorithm;

/**
 * A new key as text, ready to be kept and registered.
 *
 * @param signingText what {@link SigningKeys#parse} reads: PEM, or the base64 of an HMAC secret; to be kept secret
 * @param verificationText what {@link VerificationKeys#parse} reads: PEM, or the same secret
 */
public record GeneratedKey(SignatureAlgorithm algorithm, String signingText, String verificationText) {

    @Override
    public String toString() {
        return "GeneratedKey[" + algorithm.wireName() + "]";
    }
}
