package io.sluice.core.gather;

import java.time.Duration;

/** For tests of what is written, not of how soon: a machine that is busy with other tests is no store that is away. */
public final class Patience {

    private static final Duration LONG = Duration.ofSeconds(30);

    private Patience() {}

    public static GatheringOptions named(String name) {
        return GatheringOptions.named(name).withPatience(LONG, LONG);
    }
}
