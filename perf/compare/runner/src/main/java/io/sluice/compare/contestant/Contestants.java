package io.sluice.compare.contestant;

import io.sluice.sandbox.place.SandboxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** All contestants of a run, which stay up while others are on turn: their code stays compiled. */
public final class Contestants implements AutoCloseable {
    private static final int PORTS_EACH = 200;

    private final List<Contestant> started = new ArrayList<>();

    /** Its threads live as long as the processes that they start, which the kernel ends with them. */
    private final ExecutorService starters;

    private Contestants(int count) {
        this.starters = Executors.newFixedThreadPool(Math.max(1, count));
    }

    /**
     * Starts all at once: most of the time each waits for something. Blocks until all are ready.
     *
     * @param portBase the first port; each has two hundred for itself
     * @param progress told who is being started
     */
    public static Contestants start(Ground ground, List<Variant> variants, int portBase, Consumer<String> progress) {
        progress.accept("starting " + variants.stream().map(Variant::label).collect(Collectors.joining(", ")));
        var contestants = new Contestants(variants.size());
        List<CompletableFuture<Contestant>> starting = new ArrayList<>();
        for (Variant variant : variants) {
            int port = portBase + PORTS_EACH * starting.size();
            starting.add(CompletableFuture.supplyAsync(() -> variant.start(ground, port), contestants.starters));
        }
        try {
            starting.forEach(one -> contestants.started.add(one.join()));
            return contestants;
        } catch (CompletionException e) {
            contestants.close();
            throw SandboxException.of(e);
        }
    }

    public List<Contestant> all() {
        return List.copyOf(started);
    }

    /** Empty when it does not take part. */
    public Optional<Sluice> sluice() {
        return started.stream()
                .filter(contestant -> contestant.name().equals(Variant.SLUICE.label()))
                .map(Sluice.class::cast)
                .findFirst();
    }

    @Override
    public void close() {
        started.forEach(Contestant::close);
        starters.shutdown();
    }
}
