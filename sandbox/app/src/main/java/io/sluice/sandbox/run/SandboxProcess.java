package io.sluice.sandbox.run;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.SandboxState;
import io.sluice.sandbox.place.SandboxState.Part;
import io.sluice.sandbox.place.SandboxState.Phase;
import io.sluice.sandbox.place.StateFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process that owns a sandbox: it starts all, tells its state in the state file, and ends all when it is told to. */
public final class SandboxProcess {
    private static final Logger log = LoggerFactory.getLogger(SandboxProcess.class);

    private final Place place;
    private final Ways ways;
    private final boolean processes;
    private final Instant startedAt;
    private final CountDownLatch ended = new CountDownLatch(1);

    private SandboxProcess(Place place, Ways ways, boolean processes) {
        this.place = place;
        this.ways = ways;
        this.processes = processes;
        this.startedAt = ProcessHandle.current().info().startInstant().orElse(Instant.now());
    }

    /** Arguments: root folder, port base, mode, and the ways where they are not direct. */
    public static void main(String[] args) {
        var place = new Place(Path.of(args[0]), Integer.parseInt(args[1]));
        Ways ways = args.length > 3 ? Ways.parse(args[3]) : Ways.direct(place);
        int status = new SandboxProcess(place, ways, args[2].equals(SandboxState.PROCESSES)).run();
        // Reactor and Netty keep threads that are no daemons.
        Runtime.getRuntime().halt(status);
    }

    private int run() {
        try {
            tell(Phase.STARTING, "checking", List.of());
            var sandbox = Sandbox.start(place, ways, processes, doing -> tell(Phase.STARTING, doing, List.of()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(sandbox), "sandbox-end"));
            var parts = new Parts(sandbox);
            Runnable tellReady = () -> tell(Phase.READY, "", parts.list());
            ControlServer.start(place, parts, tellReady);
            tellReady.run();
            ended.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (RuntimeException e) {
            log.error("The sandbox did not start", e);
            tell(Phase.FAILED, String.valueOf(SandboxException.of(e).getMessage()), List.of());
            return 1;
        }
    }

    private void end(Sandbox sandbox) {
        tell(Phase.STOPPING, "stopping", List.of());
        sandbox.close();
        StateFile.remove(place);
        ended.countDown();
    }

    private void tell(Phase phase, String doing, List<Part> parts) {
        var self = ProcessHandle.current();
        long readyMs = phase == Phase.READY ? Instant.now().toEpochMilli() - startedAt.toEpochMilli() : 0;
        StateFile.write(
                place,
                new SandboxState(
                        place.base(),
                        self.pid(),
                        SandboxState.birth(self),
                        processes ? SandboxState.PROCESSES : SandboxState.ONE_JVM,
                        phase,
                        doing,
                        startedAt.toString(),
                        readyMs,
                        parts));
    }
}
