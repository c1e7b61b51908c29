package io.sluice.sandbox.simulation.gateway;

import io.sluice.sandbox.simulation.world.World;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Watches one writer: what waits leaves at the very moment at which its connection is free, and who waits for an answer has it
 * when it is there. A lane that misses a call goes on at its next tick, so that a lost wake-up costs nothing but time, and no
 * other rule sees it.
 */
final class Promptness {

    /** More than a thread is waited for, and far below a lane's tick. */
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final World world;
    private final IdentityHashMap<Object, Duration> ready = new IdentityHashMap<>();
    private final IdentityHashMap<Object, SimulatedConnection> carriers = new IdentityHashMap<>();

    Promptness(World world) {
        this.world = world;
    }

    /** @param writing what writes the command when it is subscribed to, which is now */
    <T> Mono<T> watched(Object command, Mono<T> writing) {
        ready.put(command, world.time.elapsed());
        return writing.doOnNext(answer -> requireAtOnce(
                "an answer", Objects.requireNonNull(carriers.get(command)).freeSince()));
    }

    /** The connection has carried its last statement, or has just been made. */
    void free(SimulatedConnection connection) {
        connection.freeSince(world.time.elapsed());
    }

    /** These leave over a connection that was free before. */
    void sent(SimulatedConnection connection, List<?> commands) {
        Duration since = connection.freeSince();
        Duration first = commands.stream()
                .map(command -> Objects.requireNonNull(ready.get(command)))
                .min(Duration::compareTo)
                .orElse(since);
        requireAtOnce("a write", first.compareTo(since) > 0 ? first : since);
        commands.forEach(command -> carriers.put(command, connection));
    }

    private void requireAtOnce(String what, Duration since) {
        Duration waited = world.time.elapsed().minus(since);
        if (waited.compareTo(AT_ONCE) > 0) {
            world.waitedInVain(world.time.current() + " left " + what + " waiting for " + waited.toMillis()
                    + " ms with nothing in its way, until " + world.time.elapsed());
        }
    }
}
