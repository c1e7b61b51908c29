package io.sluice.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the servers of a JVM that is killed. */
final class OrphanIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void serversEndWithTheirParentAndDataDoNot() throws Exception {
        var parent = new Parent(folder, "run");
        parent.killAndAwaitChildren();
        try (var next = Sandbox.start(folder, parent.ports)) {
            assertThat(next.marks()).containsExactly("postgres", "redis", "mark");
        }
    }

    @Test
    void nextStartWaitsForServersThatAreStillEnding() throws Exception {
        var parent = new Parent(folder, "run");
        parent.kill();
        try (var next = Sandbox.start(folder, parent.ports)) {
            assertThat(next.marks()).containsExactly("postgres", "redis", "mark");
        }
    }

    @Test
    void pausedServersEndWithTheirParentToo() throws Exception {
        new Parent(folder, "paused").killAndAwaitChildren();
    }

    /** A JVM that starts all servers and then waits to be killed. */
    private static final class Parent {
        private final Process process;
        private final List<Integer> ports;
        private final List<ProcessHandle> children;

        Parent(Path folder, String mode) throws IOException {
            var command = JavaCommand.of(List.of("-XX:+UseSerialGC"), ServersMain.class, folder.toString(), mode);
            process =
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
            var line = process.inputReader().readLine();
            assertThat(line).as("the parent's ports").isNotNull();
            ports = Arrays.stream(line.split(" ")).map(Integer::valueOf).toList();
            children = process.descendants().toList();
            assertThat(children).hasSizeGreaterThanOrEqualTo(3);
        }

        void kill() {
            process.destroyForcibly();
        }

        void killAndAwaitChildren() {
            kill();
            var family = Stream.concat(Stream.of(process.toHandle()), children.stream());
            assertThat(family).allMatch(member -> Waiting.until(PATIENCE, () -> !Liveness.of(member)));
        }
    }
}
