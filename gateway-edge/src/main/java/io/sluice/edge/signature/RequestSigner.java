package io.sluice.edge.signature;

import io.sluice.edge.signature.key.SigningKey;
import io.sluice.edge.signature.model.RequestToVerify;
import io.sluice.edge.signature.model.SignatureDraft;
import io.sluice.edge.signature.model.SignatureHeaders;
import java.time.Instant;

/** A merchant's side of the signature, for the command line, the demo merchant and tests. Safe for any thread. */
public final class RequestSigner {

    private final String keyId;
    private final SigningKey key;

    public RequestSigner(String keyId, SigningKey key) {
        this.keyId = keyId;
        this.key = key;
    }

    /**
     * The header fields to add to the request; what it already carries under their names is to be replaced.
     *
     * @param request the request as it will be sent, an Idempotency-Key among its fields
     * @param nonce 16 to 128 characters of printable ASCII, never used before with this key
     */
    public SignatureHeaders sign(RequestToVerify request, Instant created, String nonce) {
        SignatureDraft draft = SignatureDraft.of(request, keyId, created, nonce);
        return draft.signedWith(key.sign(draft.base()));
    }
}
