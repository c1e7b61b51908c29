package io.sluice.sandbox.servers;

import io.sluice.sandbox.servers.Launch.StopBy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts servers that cannot outlive this JVM. On Linux the kernel sends them their stop signal when their parent ends;
 * elsewhere a shell waits for the end of a pipe from this JVM and sends it.
 *
 * <p>Servers get a session of their own where the system can do that, so that Ctrl-C reaches this JVM only, which stops
 * them when it no longer needs them.
 */
final class Spawner {
    /** The kernel means the parent <em>thread</em> when it says parent, so one thread that never ends starts them all. */
    private static final ExecutorService PARENT = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("server-spawner").factory());

    private static final boolean KERNEL_TIE =
            Platform.HERE.isLinux() && Platform.tool("setpriv").isPresent();

    private static final List<String> OWN_SESSION = ownSession();

    private Spawner() {}

    static ServerProcess spawn(Launch launch) throws IOException {
        var process = start(command(launch), launch);
        boolean tied = KERNEL_TIE || launch.stop() == StopBy.END_OF_INPUT;
        var watchdog = tied
                ? Optional.<Signals.Pending>empty()
                : Optional.of(Signals.onEndOfParent(launch.stop().signal(), process.pid()));
        return new ServerProcess(process, launch.stop(), watchdog);
    }

    private static List<String> command(Launch launch) {
        var command = new ArrayList<>(OWN_SESSION);
        command.addAll(launch.privileges());
        if (KERNEL_TIE && launch.stop() != StopBy.END_OF_INPUT) {
            command.addAll(List.of("setpriv", "--pdeathsig", launch.stop().signal(), "--"));
        }
        command.addAll(launch.command());
        return command;
    }

    private static List<String> ownSession() {
        if (Platform.tool("setsid").isPresent()) {
            return List.of("setsid");
        }
        return Platform.tool("perl").isPresent()
                ? List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV", "--")
                : List.of();
    }

    private static Process start(List<String> command, Launch launch) throws IOException {
        keepOld(launch.log());
        var builder = new ProcessBuilder(command)
                .directory(launch.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(launch.log().toFile());
        try {
            return CompletableFuture.supplyAsync(() -> start(builder), PARENT).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException failure ? failure.getCause() : new IOException(e);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keepOld(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, Path.of(log + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
