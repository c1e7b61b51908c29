package io.sluice.edge.signature.model;

import io.sluice.edge.signature.model.field.BareItem;
import io.sluice.edge.signature.model.field.Parameters;
import java.time.Instant;
import java.util.Optional;

/** The parameters of a signature (RFC 9421, section 2.3), each with the type it must have. */
record SignatureParameters(Parameters parameters) {

    static final String CREATED = "created";
    static final String EXPIRES = "expires";
    static final String NONCE = "nonce";
    static final String ALG = "alg";
    static final String KEYID = "keyid";
    static final String TAG = "tag";

    Optional<Instant> created() {
        return instant(CREATED);
    }

    Optional<Instant> expires() {
        return instant(EXPIRES);
    }

    Optional<String> nonce() {
        return text(NONCE);
    }

    Optional<String> alg() {
        return text(ALG);
    }

    Optional<String> keyId() {
        return text(KEYID);
    }

    Optional<String> tag() {
        return text(TAG);
    }

    private Optional<Instant> instant(String name) {
        return parameters.get(name).map(value -> {
            if (value instanceof BareItem.Whole(long seconds)) {
                return Instant.ofEpochSecond(seconds);
            }
            throw wrongType(name, "a whole number of seconds since 1970");
        });
    }

    private Optional<String> text(String name) {
        return parameters.get(name).map(value -> {
            if (value instanceof BareItem.Text(String text)) {
                return text;
            }
            throw wrongType(name, "a quoted string");
        });
    }

    private static RefusedException wrongType(String name, String wanted) {
        return new RefusedException(
                RefusalCode.SIGNATURE_MALFORMED, "The signature's parameter " + name + " must be " + wanted + '.');
    }
}
