package io.sluice.sandbox.e2e;

import io.sluice.sandbox.place.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of metrics in docs/observability.md, and what an app exposes, both as types by names. */
final class DocumentedMetrics {
    private static final Path DOCUMENT = Path.of("../../docs/observability.md");

    /** {@code | `name` | type | apps | …}. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| ([a-z]+) \\| ([a-z, ]+) \\|");

    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");

    private DocumentedMetrics() {}

    static Map<String, String> of(Port app) {
        String label = app.name().replace("_MANAGEMENT", "").toLowerCase(Locale.ROOT);
        return ROW.matcher(document())
                .results()
                .filter(row -> Arrays.asList(row.group(3).split(", ")).contains(label))
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    static Map<String, String> exposed(String page) {
        return TYPE.matcher(page)
                .results()
                .filter(row -> !row.group(1).endsWith("_max"))
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    private static String document() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
