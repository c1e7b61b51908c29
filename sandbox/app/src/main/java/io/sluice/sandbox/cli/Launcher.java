package io.sluice.sandbox.cli;

import io.sluice.sandbox.place.Folders;
import io.sluice.sandbox.place.Jvm;
import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.SandboxState;
import io.sluice.sandbox.place.SandboxState.Phase;
import io.sluice.sandbox.place.StateFile;
import io.sluice.sandbox.run.Precheck;
import io.sluice.sandbox.run.SandboxProcess;
import io.sluice.sandbox.run.Startup;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts a sandbox as a process of its own and follows it until it is ready; ends it again. */
final class Launcher {
    /** How long one that was killed, and its servers behind it, may take to be gone. */
    private static final Duration GOING = Duration.ofSeconds(10);

    private final Place place;
    private final PrintStream out;

    Launcher(Place place, PrintStream out) {
        this.place = place;
        this.out = out;
    }

    /** Starts it, unless it runs already, and returns when it is ready. */
    void up(boolean processes, boolean fresh) {
        Optional<SandboxState> living = answering();
        if (living.isPresent()) {
            refuseChange(living.get(), processes, fresh);
            await(ProcessHandle.of(living.get().pid()).orElseThrow());
            return;
        }
        if (fresh) {
            Folders.delete(place.folder());
        }
        if (StateFile.read(place).isPresent()) {
            Pause.until(GOING, () -> Precheck.passes(place));
        }
        Precheck.require(place);
        StateFile.remove(place);
        await(spawn(processes ? SandboxState.PROCESSES : SandboxState.ONE_JVM));
    }

    /** The one that runs. A process that was killed a moment ago is still listed, though nobody answers any more. */
    private Optional<SandboxState> answering() {
        Optional<SandboxState> living = StateFile.ofLiving(place);
        if (living.filter(state -> state.phase() == Phase.READY).isPresent()) {
            Pause.until(
                    GOING,
                    () -> Precheck.isTaken(place.port(Port.EDGE))
                            || StateFile.ofLiving(place).isEmpty());
        }
        return StateFile.ofLiving(place);
    }

    private static void refuseChange(SandboxState living, boolean processes, boolean fresh) {
        if (fresh) {
            throw new SandboxException("the sandbox runs, and --fresh would remove its data: ./sluice down first");
        }
        if (processes && !living.mode().equals(SandboxState.PROCESSES)) {
            throw new SandboxException("the sandbox runs already, in one JVM: ./sluice down first");
        }
    }

    private ProcessHandle spawn(String mode) {
        List<String> command = new ArrayList<>(Detached.prefix());
        command.addAll(Jvm.command(
                Jvm.SANDBOX_FLAGS, SandboxProcess.class, place.root().toString(), String.valueOf(place.base()), mode));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(freshLog().toFile())
                    .start()
                    .toHandle();
        } catch (IOException e) {
            throw new SandboxException("the sandbox cannot be started: " + e.getMessage(), e);
        }
    }

    private Path freshLog() throws IOException {
        Path log = place.sandboxLog();
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(log, Path.of(log + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    private void await(ProcessHandle process) {
        var progress = new Progress(out);
        try {
            Startup.await(place, process, progress::show);
        } finally {
            progress.end();
        }
    }

    /** Ends it in good order, or by force after a while. False when none ran. */
    boolean down(Duration patience) {
        Optional<SandboxState> living = StateFile.ofLiving(place);
        living.flatMap(state -> ProcessHandle.of(state.pid())).ifPresent(process -> {
            process.destroy();
            if (!Pause.until(patience, () -> !process.isAlive())) {
                process.destroyForcibly();
                Pause.until(Duration.ofSeconds(10), () -> !process.isAlive());
            }
        });
        StateFile.remove(place);
        return living.isPresent();
    }

    void stayUntilItEnds() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> down(Duration.ofSeconds(45))));
        while (StateFile.ofLiving(place).isPresent()) {
            Pause.of(Duration.ofSeconds(1));
        }
    }
}
