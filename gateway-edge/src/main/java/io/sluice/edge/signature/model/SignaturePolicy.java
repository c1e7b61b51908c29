package io.sluice.edge.signature.model;

import io.sluice.edge.signature.model.Verdict.Refused;
import io.sluice.edge.signature.model.field.MalformedFieldException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a signed request must look like. Two steps, because the key is found in between: {@link #read} takes the request
 * apart and says which key it needs, {@link PendingSignature#verify} judges it with that key.
 *
 * <p>Exactly one signature must carry the tag. It must cover the method, the authority and the path; the query when
 * there is one; the digest when there is a body; the idempotency key when it is sent. It must say when it was created,
 * a nonce of 16 to 128 characters and its keyid.
 */
public final class SignaturePolicy {

    /** For merchants' requests: the tag {@code sluice}, and at most five minutes between their clock and ours. */
    public static final SignaturePolicy MERCHANT = new SignaturePolicy("sluice", Duration.ofMinutes(5));

    private final String tag;
    private final FreshnessPolicy freshness;

    public SignaturePolicy(String tag, Duration maxSkew) {
        this.tag = tag;
        this.freshness = new FreshnessPolicy(maxSkew);
    }

    public String tag() {
        return tag;
    }

    public Duration maxSkew() {
        return freshness.maxSkew();
    }

    /** Reads the request's signature; never throws, whatever the request holds. */
    public Reading read(RequestToVerify request) {
        try {
            SignatureCandidates candidates = SignatureCandidates.of(request.fields());
            return read(request, candidates, candidates.tagged(tag));
        } catch (RefusedException e) {
            return refused(e.code(), e, null);
        } catch (MalformedFieldException e) {
            return refused(RefusalCode.SIGNATURE_MALFORMED, e, null);
        }
    }

    private Reading read(RequestToVerify request, SignatureCandidates candidates, SignatureInput input) {
        SignatureClaims claims = SignatureClaims.of(input);
        byte[] signature = candidates.signature(input.label());
        requireDigestField(request);
        List<Component> missing = RequiredCoverage.missing(request, input);
        if (!missing.isEmpty()) {
            return missing(request, input, missing);
        }
        return new PendingSignature(request, freshness, claims, SignatureBase.of(request, input), signature);
    }

    private static void requireDigestField(RequestToVerify request) {
        if (request.body().length > 0 && !request.fields().has(ContentDigest.FIELD)) {
            throw new RefusedException(
                    RefusalCode.DIGEST_MISSING,
                    "The request has a body but no Content-Digest; send and sign Content-Digest: "
                            + ContentDigest.sha256(request.body()) + '.');
        }
    }

    /** The base that would have been right is the client's own with what it left out. */
    private static Refused missing(RequestToVerify request, SignatureInput input, List<Component> missing) {
        String names = missing.stream().map(Component::identifier).collect(Collectors.joining(" "));
        SignatureInput complete = new SignatureInput(
                input.label(),
                Stream.concat(input.components().stream(), missing.stream()).toList(),
                input.parameters());
        return new Refused(
                RefusalCode.SIGNATURE_COMPONENT_MISSING,
                "The signature must also cover " + names + '.',
                SignatureBase.of(request, complete).text());
    }

    private static Refused refused(RefusalCode code, RuntimeException e, @Nullable String expectedSignatureBase) {
        return new Refused(code, String.valueOf(e.getMessage()), expectedSignatureBase);
    }
}
