package io.sluice.sandbox.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A real server on the loopback interface, with its data in a folder of the caller's. It ends when it is closed or when
 * this JVM ends, and may be stopped, killed, paused and started again on the same port and data.
 */
public abstract sealed class EmbeddedServer implements AutoCloseable
        permits EmbeddedPostgres, EmbeddedRedis, EmbeddedKafka {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration PORT_HELD_FOR_A_MOMENT = Duration.ofMillis(500);

    private final String name;
    private final Path folder;
    private final int port;
    private @Nullable ServerProcess process;

    EmbeddedServer(String name, Path folder, int port) {
        this.name = name;
        this.folder = Folders.create(folder);
        this.port = Ports.orFree(port);
    }

    /** Prepares the folder where that is needed, and says how to start. */
    abstract Launch launch() throws IOException;

    /** Whether the process serves by now. */
    abstract boolean isReady(long pid);

    public final String host() {
        return "127.0.0.1";
    }

    public final int port() {
        return port;
    }

    final Path folder() {
        return folder;
    }

    /** The number of its (topmost) process. */
    public final synchronized long pid() {
        return running().handle().pid();
    }

    public final synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /**
     * Starts it, if it does not run, and returns when it serves.
     *
     * @throws ServerStartException when it cannot, and why
     */
    public final synchronized void start() {
        if (isRunning()) {
            return;
        }
        try {
            PidFile.in(folder).awaitPredecessor(name);
            DiskSpace.require(name, folder);
            process = spawnOnFreePort();
        } catch (IOException e) {
            var message = String.valueOf(e.getMessage());
            throw DiskSpace.saysFull(message)
                    ? DiskSpace.full(name, folder)
                    : new ServerStartException(name + " cannot start in " + folder + ": " + message, e);
        }
    }

    /** Stops it in good order and returns when it has ended. */
    public final synchronized void stop() {
        if (process != null) {
            process.stop();
            process = null;
        }
    }

    /** Ends it as a crash would. */
    public final synchronized void kill() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    /** Freezes it: connections stay open, nothing answers. */
    public final synchronized void pause() {
        running().pause();
    }

    public final synchronized void resume() {
        running().resume();
    }

    @Override
    public final void close() {
        stop();
    }

    private ServerProcess running() {
        if (process == null) {
            throw new IllegalStateException(name + " does not run; start() it first");
        }
        return process;
    }

    /**
     * Once more after a moment where the port is taken: a process that another thread starts in this JVM holds, until it is
     * itself, the very sockets by which it was seen that ports are free.
     */
    private ServerProcess spawnOnFreePort() throws IOException {
        try {
            Ports.requireFree(name, port);
            return spawn(launch());
        } catch (PortTakenException _) {
            Waiting.until(PORT_HELD_FOR_A_MOMENT, () -> Ports.isFree(port));
            Ports.requireFree(name, port);
            return spawn(launch());
        }
    }

    private ServerProcess spawn(Launch launch) throws IOException {
        var spawned = Spawner.spawn(launch);
        PidFile.in(folder).write(spawned.handle());
        Waiting.until(START_LIMIT, () -> isReady(spawned.handle().pid()) || !spawned.isAlive());
        if (!spawned.isAlive() || !isReady(spawned.handle().pid())) {
            spawned.kill();
            throw diagnosis(launch.log());
        }
        return spawned;
    }

    private ServerStartException diagnosis(Path log) throws IOException {
        var output = Files.exists(log) ? Files.readString(log) : "";
        if (DiskSpace.saysFull(output)) {
            return DiskSpace.full(name, folder);
        }
        if (output.contains("Address already in use")) {
            return new PortTakenException(name, port);
        }
        var last = Arrays.stream(output.split("\n"))
                .filter(line -> !line.isBlank())
                .reduce((a, b) -> b);
        return new ServerStartException(
                "%s did not start: %s (its log is %s)".formatted(name, last.orElse("it said nothing"), log));
    }
}
