package io.sluice.compare.load;

import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A few requests a second beside somebody else's load, and what became of each, until it is closed. */
public final class Probe implements AutoCloseable {
    private static final double NANOS_A_MILLI = 1e6;

    private final Queue<ProbeAnswer> answers;
    private final Runnable end;

    private Probe(Queue<ProbeAnswer> answers, Runnable end) {
        this.answers = answers;
        this.end = end;
    }

    /** Keeps every answer by itself. */
    static final class Kept implements Answers {
        private final Queue<ProbeAnswer> answers = new ConcurrentLinkedQueue<>();

        @Override
        public void answered(int status, long startedNanos) {
            long tookNanos = System.nanoTime() - startedNanos;
            answers.add(new ProbeAnswer(Instant.now().minusNanos(tookNanos), status, tookNanos / NANOS_A_MILLI));
        }

        @Override
        public void lost() {
            answers.add(new ProbeAnswer(Instant.now(), 0, 0));
        }

        Probe until(Runnable end) {
            return new Probe(answers, end);
        }
    }

    /** What is known by now. */
    public List<ProbeAnswer> answers() {
        return List.copyOf(answers);
    }

    @Override
    public void close() {
        end.run();
    }
}
