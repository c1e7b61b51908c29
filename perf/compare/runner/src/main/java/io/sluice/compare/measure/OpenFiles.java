package io.sluice.compare.measure;

import io.sluice.sandbox.place.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many files, and so connections, a process may have open. */
public final class OpenFiles {
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern HARD_LIMIT = Pattern.compile("Max open files\\s+\\S+\\s+(\\S+).*");

    private OpenFiles() {}

    /**
     * @param what needs them
     * @throws SandboxException when the limit is below that. A JVM raises its own as far as the hard limit lets it
     */
    public static void require(int count, String what) {
        long limit = hardLimit();
        if (limit < count) {
            throw new SandboxException(
                    ("%s need %,d open files a process, and the hard limit here is %,d: raise it before"
                                    + " (ulimit -Hn %d, as root, or LimitNOFILE of the service), or ask for fewer with --streams")
                            .formatted(what, count, limit, count));
        }
    }

    private static long hardLimit() {
        try (var lines = Files.lines(LIMITS)) {
            return lines.map(HARD_LIMIT::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .mapToLong(limit -> limit.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(limit))
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
