package io.sluice.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is said, in one line, when a server cannot start. */
final class StartFailureIT {
    @Test
    void namesATakenPortItsServerAndTheCure(@TempDir Path folder) throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertThatExceptionOfType(ServerStartException.class)
                    .isThrownBy(() -> EmbeddedKafka.start(folder, port))
                    .withMessage(
                            "Kafka cannot listen on 127.0.0.1:%d, another program does. Stop that program, or move all ports with --port-base N.",
                            port);
        }
    }

    @Test
    void waitsForAPortThatIsTakenForAMoment(@TempDir Path folder) throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> closeInAMoment(other));
            try (var redis = EmbeddedRedis.start(folder, other.getLocalPort(), EmbeddedRedis.Durability.IN_MEMORY)) {
                assertThat(redis.isRunning()).isTrue();
                assertThat(other.isClosed()).isTrue();
            }
        }
    }

    private static void closeInAMoment(ServerSocket socket) {
        Waiting.sleep(Duration.ofMillis(200));
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void namesTheProcessThatHasTheFolder(@TempDir Path folder) {
        try (var redis = EmbeddedRedis.start(folder, 0, EmbeddedRedis.Durability.IN_MEMORY)) {
            assertThatExceptionOfType(ServerStartException.class)
                    .isThrownBy(() -> EmbeddedRedis.start(folder, 0, EmbeddedRedis.Durability.IN_MEMORY))
                    .withMessageContaining("already runs in")
                    .withMessageContaining("as process " + redis.pid());
        }
    }

    @Test
    void showsTheServersOwnLastWord(@TempDir Path folder) {
        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(() -> EmbeddedPostgres.start(folder, 0, Map.of("shared_buffers", "plenty")))
                .withMessageContaining("invalid value for parameter \"shared_buffers\"")
                .withMessageContaining("postgresql.log");
    }

    @Test
    void namesAPlatformWithoutBinaries() {
        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(() -> BinaryCache.open("PostgreSQL", "postgres-plan9-x86_64.txz"))
                .withMessageContaining("PostgreSQL has no binary for")
                .withMessageContaining("postgres-plan9-x86_64.txz");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a file system that is always full")
    void namesAFullDisk() {
        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(() -> DiskSpace.require("Redis", Path.of("/proc")))
                .withMessage(
                        "Redis needs 256 MB of free disk in /proc, 0 MB are left. Free some, or choose another folder.");
    }
}
