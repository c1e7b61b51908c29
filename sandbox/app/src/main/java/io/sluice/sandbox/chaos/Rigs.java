package io.sluice.sandbox.chaos;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rig in use: one for all trials, and a new one after a failure, so that no fault is blamed for another's. */
public final class Rigs implements AutoCloseable {
    private final int portBase;
    private final Consumer<String> progress;
    private @Nullable Rig rig;

    private Rigs(int portBase, Consumer<String> progress) {
        this.portBase = portBase;
        this.progress = progress;
    }

    /**
     * None yet; the one that is in use goes when the JVM does.
     *
     * @param progress told what is being waited for
     */
    public static Rigs on(int portBase, Consumer<String> progress) {
        var rigs = new Rigs(portBase, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(rigs::close, "chaos-end"));
        return rigs;
    }

    /** Starts one where none is in use. */
    public synchronized Rig rig() {
        if (rig == null) {
            rig = Rig.start(portBase, progress);
        }
        return rig;
    }

    /** Ends the one in use, and tells where its logs and data stay. */
    public synchronized Path keepEvidence() {
        Rig failed = rig();
        rig = null;
        failed.keep();
        return failed.folder();
    }

    @Override
    public synchronized void close() {
        if (rig != null) {
            rig.close();
            rig = null;
        }
    }
}
