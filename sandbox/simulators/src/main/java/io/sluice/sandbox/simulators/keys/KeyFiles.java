package io.sluice.sandbox.simulators.keys;

import io.sluice.sandbox.simulators.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** Keeps key material as JSON files that only their owner may read. */
public final class KeyFiles {
    private final Path folder;

    public KeyFiles(Path folder) {
        this.folder = folder;
    }

    /** Reads the named file, or makes its content and keeps it. */
    public <T> T readOrMake(String name, Class<T> type, Supplier<T> make) {
        try {
            Path file = folder.resolve(name + ".json");
            if (!Files.exists(file)) {
                write(file, Json.MAPPER.writeValueAsBytes(make.get()));
            }
            return Json.MAPPER.readValue(Files.readAllBytes(file), type);
        } catch (IOException failed) {
            throw new UncheckedIOException("Keys cannot be kept in " + folder, failed);
        }
    }

    public boolean has(String name) {
        return Files.exists(folder.resolve(name + ".json"));
    }

    /** A kill in the middle must not leave half a key, so the file gets its name last. */
    private void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly());
        Files.write(unfinished, content, StandardOpenOption.WRITE);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private FileAttribute<?>[] ownerOnly() throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
