package io.sluice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's table of variables is all that the apps can be told, and nothing else. */
class ReadmeTest {

    private static final Path ROOT = Path.of("../..");
    private static final List<String> APPS =
            List.of("gateway-edge", "callback-receiver", "ledger-writer", "merchant-notifier");
    private static final String OBSERVE = "payment-reactive-core/src/main/%s/io/sluice/core/observe/%s";
    private static final Pattern VARIABLE = Pattern.compile("SLUICE_[A-Z_]+[A-Z]");

    /** A row's first cell: a whole name, and names that differ from it in their last word only. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(SLUICE_[A-Z_]+)(_[A-Z]+`(?: `_[A-Z]+`)*) \\|");

    private static final Pattern ENDING = Pattern.compile("_[A-Z]+");

    @Test
    void namesEveryVariableAndNoOther() throws IOException {
        Set<String> read = variables(OBSERVE.formatted("resources", "defaults.properties"));
        read.addAll(variables(OBSERVE.formatted("java", "OtlpEndpoint.java")));
        read.addAll(variables("payment-reactive-core/src/main/java/io/sluice/core/app/NettyDefaults.java"));
        for (String app : APPS) {
            read.addAll(variables(app + "/src/main/resources/" + app + ".yml"));
        }
        assertThat(documented()).isEqualTo(read);
    }

    @Test
    void imagesAndComposeSetOnlyWhatIsRead() throws IOException {
        assertThat(documented()).containsAll(variables("docker-compose.yml"));
        for (String app : APPS) {
            assertThat(documented()).containsAll(variables(app + "/Dockerfile"));
        }
    }

    private static Set<String> documented() throws IOException {
        Set<String> names = new TreeSet<>();
        ROW.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .forEach(row -> ENDING.matcher(row.group(2))
                        .results()
                        .forEach(ending -> names.add(row.group(1) + ending.group())));
        return names;
    }

    private static Set<String> variables(String file) throws IOException {
        Set<String> names = new TreeSet<>();
        VARIABLE.matcher(Files.readString(ROOT.resolve(file))).results().forEach(found -> names.add(found.group()));
        return names;
    }
}
