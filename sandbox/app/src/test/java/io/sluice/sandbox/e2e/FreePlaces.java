package io.sluice.sandbox.e2e;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.run.Precheck;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** Places whose ports are free. */
public final class FreePlaces {
    private FreePlaces() {}

    static Place under(Path root) {
        return new Place(root, base());
    }

    /** A port base all of whose ports are free. */
    public static int base() {
        while (true) {
            var place = new Place(Path.of(""), ThreadLocalRandom.current().nextInt(20_000, 31_000));
            try {
                Precheck.requirePorts(place);
                return place.base();
            } catch (SandboxException taken) {
                // Another base, then.
            }
        }
    }
}
