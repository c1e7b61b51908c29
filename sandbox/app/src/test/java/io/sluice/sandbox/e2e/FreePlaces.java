package io.sluice.sandbox.e2e;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.run.Precheck;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** Places whose ports are free, and stay so: each of the build's test JVMs looks in a range of its own. */
public final class FreePlaces {
    private static final int LOWEST = 20_000;
    private static final int RANGE = 2_000;
    private static final int JVMS = 5;

    private FreePlaces() {}

    static Place under(Path root) {
        return new Place(root, base());
    }

    /** A port base all of whose ports are free. */
    public static int base() {
        int from = LOWEST + Integer.getInteger("surefire.forkNumber", 0) % JVMS * RANGE;
        while (true) {
            var place = new Place(Path.of(""), ThreadLocalRandom.current().nextInt(from, from + RANGE));
            try {
                Precheck.requirePorts(place);
                return place.base();
            } catch (SandboxException taken) {
                // Another base, then.
            }
        }
    }
}
