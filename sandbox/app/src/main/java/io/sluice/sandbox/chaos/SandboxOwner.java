package io.sluice.sandbox.chaos;

import io.sluice.sandbox.AppProcess;
import io.sluice.sandbox.place.Jvm;
import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.SandboxState;
import io.sluice.sandbox.place.StateFile;
import io.sluice.sandbox.run.SandboxProcess;
import io.sluice.sandbox.run.Startup;
import io.sluice.sandbox.run.Ways;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The process that owns a sandbox, with all below it. It ends with this JVM, however this one ends. */
final class SandboxOwner {
    private static final Duration GONE_WITHIN = Duration.ofSeconds(20);

    private final Process process;

    private SandboxOwner(Process process) {
        this.process = process;
    }

    static SandboxOwner start(Place place, Ways ways, Consumer<String> progress) {
        StateFile.remove(place);
        Place.createFolder(place.logs());
        var owner = new SandboxOwner(spawn(place, ways));
        Startup.await(place, owner.process.toHandle(), progress);
        return owner;
    }

    private static Process spawn(Place place, Ways ways) {
        List<String> command = Jvm.command(
                Jvm.SANDBOX_FLAGS,
                AppProcess.class,
                SandboxProcess.class.getName(),
                place.root().toString(),
                String.valueOf(place.base()),
                SandboxState.PROCESSES,
                ways.argument());
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(place.sandboxLog().toFile()))
                    .start();
        } catch (IOException e) {
            throw new SandboxException("the sandbox cannot be started: " + e.getMessage(), e);
        }
    }

    /** Kills it and everything below it, and returns when all are gone. */
    void kill() {
        List<ProcessHandle> family = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
        Pause.until(GONE_WITHIN, () -> family.stream().noneMatch(ProcessHandle::isAlive));
    }
}
