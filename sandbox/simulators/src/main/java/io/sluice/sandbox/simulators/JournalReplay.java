package io.sluice.sandbox.simulators;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a journal's whole lines. */
final class JournalReplay {
    private JournalReplay() {}

    /** Returns the length in bytes of all whole lines; what lies behind it was torn by a kill. */
    static long read(Path path, Consumer<String> replay) throws IOException {
        long whole = 0;
        var line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    whole += line.size() + 1L;
                    replay.accept(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else {
                    line.write(next);
                }
            }
        }
        return whole;
    }
}
