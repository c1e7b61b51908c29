package io.sluice.sandbox.run;

import io.sluice.sandbox.place.Pause;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.SandboxState;
import io.sluice.sandbox.place.SandboxState.Phase;
import io.sluice.sandbox.place.StateFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows a sandbox's own process until it is ready. */
public final class Startup {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(40);

    private Startup() {}

    /**
     * Returns when all is ready.
     *
     * @param progress told what is being waited for
     * @throws SandboxException when it fails, or takes too long
     */
    public static void await(Place place, ProcessHandle process, Consumer<String> progress) {
        Instant deadline = Instant.now().plus(LIMIT);
        while (true) {
            Optional<SandboxState> state = StateFile.read(place);
            state.filter(told -> told.phase() == Phase.STARTING).ifPresent(told -> progress.accept(told.doing()));
            if (state.filter(told -> told.phase() == Phase.READY).isPresent()) {
                return;
            }
            requireHope(place, process, state, deadline);
            Pause.of(LOOK_EVERY);
        }
    }

    private static void requireHope(
            Place place, ProcessHandle process, Optional<SandboxState> state, Instant deadline) {
        if (!process.isAlive()) {
            throw new SandboxException(state.filter(told -> told.phase() == Phase.FAILED)
                    .map(SandboxState::doing)
                    .orElse("the sandbox ended while it started: see " + Place.shown(place.sandboxLog())));
        }
        if (Instant.now().isAfter(deadline)) {
            throw new SandboxException("the sandbox is not ready after " + LIMIT.toMinutes() + " minutes: see "
                    + Place.shown(place.sandboxLog()) + ", and ./sluice down");
        }
    }
}
