package io.sluice.edge.overload.model;

import org.jspecify.annotations.Nullable;

/** Who somebody says he is, before anybody looks whether it is true. */
public final class ClaimedKey {

    private static final String PARAMETER = "keyid=\"";
    private static final int LONGEST = 256;

    private ClaimedKey() {}

    /**
     * The first key id in a Signature-Input field, found without reading the field as it must be read to be believed.
     *
     * @return null when there is none
     */
    public static @Nullable String in(@Nullable String signatureInput) {
        int found = signatureInput == null ? -1 : signatureInput.indexOf(PARAMETER);
        if (signatureInput == null || found < 0) {
            return null;
        }
        int begin = found + PARAMETER.length();
        int end = signatureInput.indexOf('"', begin);
        return end < 0 || end - begin > LONGEST ? null : signatureInput.substring(begin, end);
    }
}
