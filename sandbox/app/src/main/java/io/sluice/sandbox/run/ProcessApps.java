package io.sluice.sandbox.run;

import io.sluice.sandbox.AppProcess;
import io.sluice.sandbox.place.Jvm;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Each app in a process of its own, configured by environment variables only. */
final class ProcessApps implements Apps {
    private static final long PATIENCE_SECONDS = 30;

    private final Place place;
    private final Ways ways;
    private final Map<AppKind, Process> processes = new EnumMap<>(AppKind.class);

    ProcessApps(Place place, Ways ways) {
        this.place = place;
        this.ways = ways;
    }

    @Override
    public synchronized void start(AppKind kind) {
        if (!isRunning(kind)) {
            processes.put(kind, spawn(kind));
        }
    }

    private Process spawn(AppKind kind) {
        File log = place.logs().resolve(kind.label() + ".log").toFile();
        var builder = new ProcessBuilder(Jvm.command(Jvm.APP_FLAGS, AppProcess.class, kind.mainClass()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().keySet().removeIf(name -> name.startsWith("SLUICE_"));
        builder.environment().putAll(AppEnvironment.of(place, ways));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new SandboxException("cannot start " + kind.label() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void stop(AppKind kind) {
        Process process = find(kind);
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    @Override
    public void kill(AppKind kind) {
        Process process = find(kind);
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public boolean isRunning(AppKind kind) {
        Process process = find(kind);
        return process != null && process.isAlive();
    }

    @Override
    public long pid(AppKind kind) {
        Process process = find(kind);
        return process != null && process.isAlive() ? process.pid() : 0;
    }

    @Override
    public void close() {
        Parallel.run(Arrays.stream(AppKind.values())
                .<Runnable>map(kind -> () -> stop(kind))
                .toList());
    }

    private synchronized @Nullable Process find(AppKind kind) {
        return processes.get(kind);
    }
}
