package io.sluice.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Data and logs of one run, on the disk that the repository is on: a database in memory would flatter everyone. */
record WorkFolder(Path path) {
    static WorkFolder create() {
        Path root = Path.of(System.getProperty("sluice.home", "."), ".sandbox").toAbsolutePath();
        String name = "compare-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        try {
            return new WorkFolder(Files.createDirectories(root.resolve(name).normalize()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + root, e);
        }
    }

    void delete() {
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(WorkFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
