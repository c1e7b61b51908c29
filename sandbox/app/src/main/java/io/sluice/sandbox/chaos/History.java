package io.sluice.sandbox.chaos;

import io.sluice.sandbox.place.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** What the client asked and was answered, one JSON object a line; the checker reads it. */
final class History implements AutoCloseable {
    private final Path file;
    private final BufferedWriter writer;

    private History(Path file) throws IOException {
        this.file = file;
        this.writer = Files.newBufferedWriter(file);
    }

    static History in(Path folder) {
        try {
            return new History(folder.resolve("history.jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    synchronized void add(JsonNode line) {
        try {
            writer.write(Json.write(line));
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
