package io.sluice.ledger.posting.r2dbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL kept in files of its own beside this class; read once, when the application starts. */
final class SqlText {

    private SqlText() {}

    /** @throws IllegalStateException when there is no such file */
    static String of(String file) {
        try (InputStream in = SqlText.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing beside " + SqlText.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
