package io.sluice.sandbox.run;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.run.channel.RunningChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** All simulated channels of a place. */
final class Channels implements AutoCloseable {
    private final Map<Simulator, RunningChannel> running = new ConcurrentHashMap<>();

    /** Begins to start all, at the same time. */
    List<CompletableFuture<Void>> begin(Place place, Ways ways) {
        return Arrays.stream(Simulator.values())
                .map(simulator -> Parallel.begin(() ->
                        running.put(simulator, RunningChannel.start(simulator, place, ways.channel(place, simulator)))))
                .toList();
    }

    void forEach(BiConsumer<Simulator, RunningChannel> use) {
        Arrays.stream(Simulator.values()).forEach(simulator -> use.accept(simulator, running.get(simulator)));
    }

    @Override
    public void close() {
        running.values().forEach(RunningChannel::close);
    }
}
