package io.sluice.core.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Our own metrics, as {@code docs/observability.md} lists them and as an app exposes them. */
public final class Metrics {

    private static final Path DOCUMENT = Path.of("../docs/observability.md");

    /** {@code | `name` | type | apps | …}. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| [a-z]+ \\| ([^|]+) \\|");

    private static final Pattern EXPOSED = Pattern.compile("(?m)^# TYPE ((?:sluice|http_server_requests)[a-z0-9_]*) ");

    private Metrics() {}

    /** @param app a word of the document's column of apps, such as {@code edge} */
    public static Set<String> documented(String app) {
        return names(
                ROW, read(), row -> Set.of(row.group(2).strip().split(", ")).contains(app) ? row.group(1) : "");
    }

    /** The families of an answer of {@code /metrics}; a family's maximum belongs to it. */
    public static Set<String> exposed(String scrape) {
        return names(EXPOSED, scrape, family -> family.group(1).replaceAll("_max$", ""));
    }

    private static Set<String> names(Pattern pattern, String text, Function<java.util.regex.MatchResult, String> name) {
        return pattern.matcher(text)
                .results()
                .map(name)
                .filter(found -> !found.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
