package io.sluice.callback.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a callback that could not be read by what it consists of. */
final class BodyDigest {

    private BodyDigest() {}

    /** {@code sha256:} and 64 hexadecimal digits. */
    static String of(byte[] body) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
