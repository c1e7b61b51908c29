package io.sluice.edge.signature.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The end of a verification. */
public sealed interface Verdict {

    /**
     * The request is the key holder's, unchanged. That it is not a replay is for the caller to see, by keyid and nonce.
     *
     * @param expires the signer's own expiry, if it named one
     */
    record Verified(
            String keyId,
            SignatureAlgorithm algorithm,
            String label,
            String nonce,
            Instant created,
            @Nullable Instant expires)
            implements Verdict {}

    /**
     * The request is not believed.
     *
     * @param message what is wrong and what would be right, fit to be shown to the caller
     * @param expectedSignatureBase the text that should have been signed, where it can be known; it holds values of the
     *     request itself, so it may be shown to its sender, and is meant for test-mode merchants only
     */
    record Refused(
            RefusalCode code, String message, @Nullable String expectedSignatureBase) implements Verdict, Reading {}
}
