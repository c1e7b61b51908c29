package io.sluice.edge.signature.model;

import io.sluice.edge.signature.model.field.BareItem;
import io.sluice.edge.signature.model.field.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request made ready to be signed as {@link SignaturePolicy#MERCHANT} wants it. */
public final class SignatureDraft {

    private static final String LABEL = "sluice";

    private final @Nullable String contentDigest;
    private final SignatureInput input;
    private final SignatureBase base;

    private SignatureDraft(@Nullable String contentDigest, SignatureInput input, SignatureBase base) {
        this.contentDigest = contentDigest;
        this.input = input;
        this.base = base;
    }

    /**
     * Covers all the policy may ask for; digest and idempotency key only where the request has a body and a key.
     *
     * @param nonce 16 to 128 characters, never used before with this key
     */
    public static SignatureDraft of(RequestToVerify request, String keyId, Instant created, String nonce) {
        @Nullable String digest = request.body().length > 0 ? ContentDigest.sha256(request.body()) : null;
        SignatureInput input =
                new SignatureInput(LABEL, components(request, digest), parameters(keyId, created, nonce));
        return new SignatureDraft(digest, input, SignatureBase.of(digested(request, digest), input));
    }

    /** The text to be signed. */
    public String baseText() {
        return base.text();
    }

    /** The bytes to be signed. */
    public byte[] base() {
        return base.bytes();
    }

    public SignatureHeaders signedWith(byte[] signature) {
        return new SignatureHeaders(
                contentDigest,
                LABEL + '=' + input.serialized(),
                LABEL + '=' + BareItem.Bytes.of(signature).serialized());
    }

    private static List<Component> components(RequestToVerify request, @Nullable String digest) {
        List<String> names = new ArrayList<>(List.of("@method", "@authority", "@path", "@query"));
        if (digest != null) {
            names.add(ContentDigest.FIELD);
        }
        if (request.fields().has(RequiredCoverage.IDEMPOTENCY_KEY)) {
            names.add(RequiredCoverage.IDEMPOTENCY_KEY);
        }
        return names.stream().map(Component::of).toList();
    }

    private static Parameters parameters(String keyId, Instant created, String nonce) {
        Map<String, BareItem> parameters = new LinkedHashMap<>();
        parameters.put(SignatureParameters.CREATED, new BareItem.Whole(created.getEpochSecond()));
        parameters.put(SignatureParameters.NONCE, new BareItem.Text(nonce));
        parameters.put(SignatureParameters.KEYID, new BareItem.Text(keyId));
        parameters.put(SignatureParameters.TAG, new BareItem.Text(SignaturePolicy.MERCHANT.tag()));
        return new Parameters(parameters);
    }

    /** The request as it will be sent, with the digest computed here. */
    private static RequestToVerify digested(RequestToVerify request, @Nullable String digest) {
        if (digest == null) {
            return request;
        }
        FieldValues fields = name -> ContentDigest.FIELD.equals(name)
                ? List.of(digest)
                : request.fields().of(name);
        return new RequestToVerify(
                request.method(),
                request.scheme(),
                request.host(),
                request.rawPath(),
                request.rawQuery(),
                fields,
                request.body());
    }
}
