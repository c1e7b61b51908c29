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
    /** A JVM that was killed is alive for a moment more. */
    private static final Duration OWNER_PATIENCE = Duration.ofSeconds(2);

    private static final Duration SERVER_PATIENCE = Duration.ofSeconds(30);

    static PidFile in(Path folder) {
        return new PidFile(folder.resolve("server.pid"));
    }

    void write(ProcessHandle server) throws IOException {
        Files.write(file, List.of(describe(server), describe(ProcessHandle.current())));
    }

    /** Waits until no process serves the folder any longer; fails soon when its owner is alive and well. */
    void awaitPredecessor(String server) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        var lines = Files.readAllLines(file);
        if (alive(lines, 0).isPresent() && !(ends(OWNER_PATIENCE, lines, 1) && ends(SERVER_PATIENCE, lines, 0))) {
            throw new ServerStartException(
                    "%s already runs in %s, as process %s. Stop that one first, or choose another folder."
                            .formatted(
                                    server, file.getParent(), lines.getFirst().split(" ", 2)[0]));
        }
    }

    private static boolean ends(Duration patience, List<String> lines, int index) {
        return Waiting.until(patience, () -> alive(lines, index).isEmpty());
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
                .filter(process -> describe(process).equals(line) && Liveness.of(process));
    }
}
