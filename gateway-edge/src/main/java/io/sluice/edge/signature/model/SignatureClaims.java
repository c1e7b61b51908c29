package io.sluice.edge.signature.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a merchant's signature says of itself, complete and within bounds. */
record SignatureClaims(
        String label,
        String keyId,
        String nonce,
        Instant created,
        @Nullable Instant expires,
        @Nullable String alg) {

    private static final int MIN_NONCE = 16;
    private static final int MAX_NONCE = 128;
    private static final int MAX_KEY_ID = 128;

    static SignatureClaims of(SignatureInput input) {
        SignatureParameters parameters = input.typedParameters();
        return new SignatureClaims(
                input.label(),
                bounded(
                        SignatureParameters.KEYID,
                        required(SignatureParameters.KEYID, parameters.keyId()),
                        1,
                        MAX_KEY_ID),
                bounded(
                        SignatureParameters.NONCE,
                        required(SignatureParameters.NONCE, parameters.nonce()),
                        MIN_NONCE,
                        MAX_NONCE),
                required(SignatureParameters.CREATED, parameters.created()),
                parameters.expires().orElse(null),
                parameters.alg().orElse(null));
    }

    private static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> new RefusedException(
                RefusalCode.SIGNATURE_PARAMETER_MISSING,
                "The signature has no parameter " + name + "; created, nonce, keyid and tag are required."));
    }

    private static String bounded(String name, String value, int min, int max) {
        if (value.length() < min || value.length() > max) {
            throw new RefusedException(
                    RefusalCode.SIGNATURE_MALFORMED,
                    "The signature's " + name + " must have " + min + " to " + max + " characters, not "
                            + value.length() + '.');
        }
        return value;
    }
}
