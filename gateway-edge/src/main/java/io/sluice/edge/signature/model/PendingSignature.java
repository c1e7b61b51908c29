package io.sluice.edge.signature.model;

import io.sluice.edge.signature.model.Verdict.Refused;
import io.sluice.edge.signature.model.Verdict.Verified;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A signature that says all it must; whether it is true can be told once its key is found. */
public final class PendingSignature implements Reading {

    private final RequestToVerify request;
    private final FreshnessPolicy freshness;
    private final SignatureClaims claims;
    private final SignatureBase base;
    private final byte[] signature;

    PendingSignature(
            RequestToVerify request,
            FreshnessPolicy freshness,
            SignatureClaims claims,
            SignatureBase base,
            byte[] signature) {
        this.request = request;
        this.freshness = freshness;
        this.claims = claims;
        this.base = base;
        this.signature = signature;
    }

    /** Names the key to look up. */
    public String keyId() {
        return claims.keyId();
    }

    /** The signer's nonce, unproven until the verdict. */
    public String nonce() {
        return claims.nonce();
    }

    /** The verdict when no usable key has this keyid. */
    public Refused keyUnknown() {
        return refused(new RefusedException(
                RefusalCode.SIGNATURE_KEY_UNKNOWN,
                "No key that is valid now is registered under the keyid \"" + keyId()
                        + "\"; check it, or register the key."));
    }

    /** Judges time, algorithm, signature and digest, the cheap before the dear. */
    public Verdict verify(VerificationKey key, Instant now) {
        try {
            freshness.require(claims.created(), claims.expires(), now);
            requireAlgorithm(key.algorithm());
            requireSignature(key);
            requireDigest();
        } catch (RefusedException e) {
            return refused(e);
        }
        return new Verified(
                claims.keyId(), key.algorithm(), claims.label(), claims.nonce(), claims.created(), claims.expires());
    }

    private void requireAlgorithm(SignatureAlgorithm registered) {
        @Nullable String claimed = claims.alg();
        if (claimed != null && !claimed.equals(registered.wireName())) {
            throw new RefusedException(
                    RefusalCode.SIGNATURE_ALGORITHM_MISMATCH,
                    "The key \"" + keyId() + "\" is registered for " + registered.wireName() + ", not for alg=\""
                            + claimed + "\"; sign with the registered algorithm, or leave alg out.");
        }
    }

    private void requireSignature(VerificationKey key) {
        if (!key.verifies(base.bytes(), signature)) {
            throw new RefusedException(
                    RefusalCode.SIGNATURE_INVALID,
                    "The signature is not that of key \"" + keyId() + "\" with "
                            + key.algorithm().wireName()
                            + " over this request; compare the signature base byte by byte, and the key.");
        }
    }

    private void requireDigest() {
        if (request.fields().has(ContentDigest.FIELD)) {
            ContentDigest.require(request.fields().of(ContentDigest.FIELD), request.body());
        }
    }

    private Refused refused(RefusedException e) {
        return new Refused(e.code(), String.valueOf(e.getMessage()), base.text());
    }
}
