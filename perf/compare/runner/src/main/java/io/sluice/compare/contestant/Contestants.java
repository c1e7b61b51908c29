package io.sluice.compare.contestant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All contestants of a run, which stay up while others are on turn: their code stays compiled. */
public final class Contestants implements AutoCloseable {
    private static final int PORTS_EACH = 200;

    private final List<Contestant> started = new ArrayList<>();

    private Contestants() {}

    /**
     * Starts one after the other. Blocks until all are ready.
     *
     * @param portBase the first port; each has two hundred for itself
     * @param progress told who is being started
     */
    public static Contestants start(Ground ground, List<Variant> variants, int portBase, Consumer<String> progress) {
        var contestants = new Contestants();
        try {
            for (Variant variant : variants) {
                progress.accept("starting " + variant.label());
                int port = portBase + PORTS_EACH * contestants.started.size();
                contestants.started.add(variant.start(ground, port));
            }
            return contestants;
        } catch (RuntimeException e) {
            contestants.close();
            throw e;
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
    }
}
