package io.sluice.sandbox.servers;

import io.sluice.sandbox.servers.Launch.StopBy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One running server with the processes below it. */
final class ServerProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final StopBy stop;
    private final Optional<Signals.Pending> watchdog;
    private final Deque<Signals.Pending> pauses = new ArrayDeque<>();

    ServerProcess(Process process, StopBy stop, Optional<Signals.Pending> watchdog) {
        this.process = process;
        this.stop = stop;
        this.watchdog = watchdog;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Stops it in good order, or by force when that takes too long. */
    void stop() {
        resume();
        order();
        if (!Waiting.forExit(process, PATIENCE)) {
            kill();
        }
        watchdog.ifPresent(Signals.Pending::close);
    }

    /** Ends it and all processes below it at once, as a crash would. */
    void kill() {
        var family = family();
        family.forEach(ProcessHandle::destroyForcibly);
        Waiting.until(PATIENCE, () -> family.stream().noneMatch(Liveness::of));
        pauses.forEach(Signals.Pending::close);
        pauses.clear();
        watchdog.ifPresent(Signals.Pending::close);
    }

    /** Freezes it and all processes below it: connections stay open, nothing answers. */
    void pause() {
        if (pauses.isEmpty()) {
            // The parent first, so that no child is born meanwhile.
            pauses.add(Signals.stopped(process.pid()));
            process.descendants().forEach(child -> pauses.add(Signals.stopped(child.pid())));
        }
    }

    void resume() {
        pauses.forEach(Signals.Pending::close);
        pauses.clear();
    }

    private void order() {
        switch (stop) {
            case INTERRUPT, TERMINATE -> Signals.send(stop.signal(), process.pid());
            case END_OF_INPUT -> endInput();
        }
    }

    private void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The other end is gone, so it is ending already.
        }
    }

    private List<ProcessHandle> family() {
        return Stream.concat(Stream.of(handle()), process.descendants()).toList();
    }
}
