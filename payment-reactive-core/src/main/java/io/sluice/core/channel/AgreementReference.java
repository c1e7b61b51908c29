package io.sluice.core.channel;

import org.jspecify.annotations.Nullable;

/**
 * An agreement that may or may not have been signed. Its {@code toString} does not show the token.
 *
 * @param number of the call that it is asked about, or of the call that ends it
 * @param agreement our name of it, as {@link AgreementOrder#agreement()}
 * @param token by which the channel knows it, null when that was never learned
 */
public record AgreementReference(
        String number, String agreement, @Nullable String token) {

    @Override
    public String toString() {
        return "AgreementReference[" + number + ", " + agreement + "]";
    }
}
