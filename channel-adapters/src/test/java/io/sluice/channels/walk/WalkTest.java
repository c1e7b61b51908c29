package io.sluice.channels.walk;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/adding-a-channel.md} shows what is compiled here, and its promise of how little that is holds. */
class WalkTest {
    private static final Path DOCUMENT = Path.of("../docs/adding-a-channel.md");
    private static final Path SOURCES = Path.of("src/test/java/io/sluice/channels/walk");
    private static final Pattern BLOCK = Pattern.compile("(?s)```java (\\w+)\\.java\n(.*?)```");
    private static final Set<String> NOT_SHOWN = Set.of("WalkTest", "package-info");
    private static final Set<String> SIMULATOR = Set.of("CornerWallet", "Fate");
    private static final int PROMISED_LINES = 300;

    @Test
    void theDocumentShowsTheSources() {
        Map<String, String> shown = new TreeMap<>();
        BLOCK.matcher(read(DOCUMENT)).results().forEach(block -> shown.put(block.group(1), block.group(2)));

        assertThat(shown).isEqualTo(sources());
    }

    @Test
    void aChannelAndItsContractTakeFewerLinesThanPromised() {
        assertThat(sources().entrySet().stream()
                        .filter(source -> !SIMULATOR.contains(source.getKey()))
                        .mapToLong(source -> source.getValue()
                                .lines()
                                .filter(line -> !line.isBlank())
                                .count())
                        .sum())
                .isLessThan(PROMISED_LINES);
    }

    /** Without package and imports. */
    private static Map<String, String> sources() {
        try (var files = Files.list(SOURCES)) {
            return files.collect(toMap(WalkTest::name, file -> shown(read(file)))).entrySet().stream()
                    .filter(source -> !NOT_SHOWN.contains(source.getKey()))
                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String shown(String source) {
        List<String> lines = source.lines()
                .dropWhile(line -> line.isBlank() || line.startsWith("package ") || line.startsWith("import "))
                .toList();
        return String.join("\n", lines) + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
