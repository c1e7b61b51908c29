package io.sluice.sandbox.simulators.keys;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The channel's keys: the newest signs, and after a rotation the one before it stays valid beside it. */
public final class PlatformKeys {
    private final KeyFiles files;
    private final InstantSource clock;
    private int newest;
    private volatile List<PlatformKey> valid;

    public PlatformKeys(Path folder, InstantSource clock) {
        this.files = new KeyFiles(folder);
        this.clock = clock;
        this.newest = 1;
        while (files.has(name(newest + 1))) {
            newest++;
        }
        PlatformKey current = load(newest);
        // The first request must not pay for loading the native code.
        current.warmUp();
        this.valid = newest == 1 ? List.of(current) : List.of(current, load(newest - 1));
    }

    public PlatformKey signing() {
        return valid.getFirst();
    }

    /** The valid keys, the signing one first. */
    public List<PlatformKey> valid() {
        return valid;
    }

    /** Makes a new key, which signs from now on. Slow and blocking: not for event loops. */
    public synchronized PlatformKey rotate() {
        newest++;
        PlatformKey next = load(newest);
        valid = List.of(next, valid.getFirst());
        return next;
    }

    private PlatformKey load(int number) {
        return new PlatformKey(
                files.readOrMake(name(number), PlatformKey.Kept.class, () -> PlatformKey.make(clock.instant())));
    }

    private static String name(int number) {
        return "platform-" + number;
    }
}
