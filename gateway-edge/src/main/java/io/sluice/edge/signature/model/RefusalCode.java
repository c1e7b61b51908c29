package io.sluice.edge.signature.model;

import java.util.Locale;

/** Why a request is not believed. The wire names are part of the API and do not change. */
public enum RefusalCode {
    /** There is no signature with our tag. */
    SIGNATURE_MISSING,
    /** Signature-Input or Signature cannot be read, or a parameter is of the wrong type. */
    SIGNATURE_MALFORMED,
    /** More than one signature claims our tag. */
    SIGNATURE_AMBIGUOUS,
    /** A required parameter such as created, nonce or keyid is missing. */
    SIGNATURE_PARAMETER_MISSING,
    /** Something the policy requires is not covered. */
    SIGNATURE_COMPONENT_MISSING,
    /** Something is covered that the request does not have. */
    SIGNATURE_COMPONENT_ABSENT,
    /** Something is covered that this verifier does not know, or that no request can have. */
    SIGNATURE_COMPONENT_UNSUPPORTED,
    /** The signer's own expiry has passed. */
    SIGNATURE_EXPIRED,
    /** The signature was made too long ago, or in the future. */
    SIGNATURE_CREATED_SKEW,
    /** No usable key has this keyid. */
    SIGNATURE_KEY_UNKNOWN,
    /** The alg parameter names another algorithm than the key was registered for. */
    SIGNATURE_ALGORITHM_MISMATCH,
    /** The signature is not this key's over this request. */
    SIGNATURE_INVALID,
    /** There is a body but no Content-Digest. */
    DIGEST_MISSING,
    /** Content-Digest cannot be read. */
    DIGEST_MALFORMED,
    /** Content-Digest has none of the algorithms we know. */
    DIGEST_UNSUPPORTED,
    /** The body is not the one that was digested. */
    DIGEST_MISMATCH;

    /** The code in a problem document. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
