package io.sluice.sandbox.e2e;

import io.sluice.sandbox.books.Verification;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxState;
import io.sluice.sandbox.place.StateFile;
import io.sluice.sandbox.run.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One sandbox for all end-to-end tests of a JVM, in a folder of its own and on free ports. */
final class SandboxFixture {
    private static final Path HOME = temporaryFolder();
    private static final CapturedLog LOG = CapturedLog.to(HOME.resolve("log.jsonl"));
    private static final Sandbox SANDBOX = start();

    private SandboxFixture() {}

    static Sandbox sandbox() {
        return SANDBOX;
    }

    static Place place() {
        return SANDBOX.place();
    }

    /** What the apps have logged since the sandbox began to start. */
    static CapturedLog log() {
        return LOG;
    }

    private static Sandbox start() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("sluice.home", HOME.toString());
        var sandbox = Sandbox.start(FreePlaces.under(HOME.resolve(".sandbox")), false, doing -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        tellItRuns(sandbox.place());
        return sandbox;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("sluice-e2e");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the sandbox's own process would, so that commands find it. */
    private static void tellItRuns(Place place) {
        var self = ProcessHandle.current();
        StateFile.write(
                place,
                new SandboxState(
                        place.base(),
                        self.pid(),
                        SandboxState.birth(self),
                        SandboxState.ONE_JVM,
                        SandboxState.Phase.READY,
                        "",
                        Instant.now().toString(),
                        1,
                        List.of()));
    }

    static void eventually(Duration limit, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(limit);
        while (!condition.getAsBoolean() && Instant.now().isBefore(deadline)) {
            pause();
        }
    }

    /** The verification as soon as it holds and every payment has come to its end, or as it is when time is up. */
    static Verification settled(Duration limit) {
        return Verification.settled(
                place(),
                limit,
                verification -> verification.holds() && verification.open().isEmpty());
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
