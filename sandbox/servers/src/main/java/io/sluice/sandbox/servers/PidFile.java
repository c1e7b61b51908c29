package io.sluice.sandbox.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers in a server's folder which process serves it and which JVM owns that process. A server whose owner was
 * killed needs a moment to end; the next one in its folder waits for that.
 */
record PidFile(Path file) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static PidFile in(Path folder) {
        return new PidFile(folder.resolve("server.pid"));
    }

    void write(ProcessHandle server) throws IOException {
        Files.write(file, List.of(describe(server), describe(ProcessHandle.current())));
    }

    /** Waits until no process serves the folder any longer; fails at once when its owner is alive and well. */
    void awaitPredecessor(String server) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        var lines = Files.readAllLines(file);
        var predecessor = alive(lines, 0);
        if (predecessor.isPresent()) {
            boolean owned = alive(lines, 1).isPresent();
            if (owned || !Waiting.until(PATIENCE, () -> alive(lines, 0).isEmpty())) {
                throw new ServerStartException(
                        "%s already runs in %s, as process %d. Stop that one first, or choose another folder."
                                .formatted(
                                        server,
                                        file.getParent(),
                                        predecessor.get().pid()));
            }
        }
    }

    /** A process is named by its number and its birth, as numbers are used again. */
    private static String describe(ProcessHandle process) {
        return process.pid() + " " + birth(process);
    }

    private static String birth(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static Optional<ProcessHandle> alive(List<String> lines, int index) {
        if (index >= lines.size()) {
            return Optional.empty();
        }
        var line = lines.get(index);
        return ProcessHandle.of(Long.parseLong(line.substring(0, line.indexOf(' '))))
                .filter(process -> describe(process).equals(line));
    }
}
