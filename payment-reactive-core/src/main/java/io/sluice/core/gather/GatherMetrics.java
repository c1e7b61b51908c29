package io.sluice.core.gather;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What is seen of a writer: how much it gathers, how long commands wait and how long statements take. */
record GatherMetrics(DistributionSummary batchSize, Timer waited, Timer executed) {

    static GatherMetrics of(MeterRegistry registry, String writer) {
        return new GatherMetrics(
                DistributionSummary.builder("sluice.gather.batch.size")
                        .description("commands written by one statement")
                        .tag("writer", writer)
                        .register(registry),
                Timer.builder("sluice.gather.wait")
                        .description("from a command's arrival until it is sent")
                        .tag("writer", writer)
                        .register(registry),
                Timer.builder("sluice.gather.execute")
                        .description("from sending a batch until its commit is known")
                        .tag("writer", writer)
                        .register(registry));
    }

    static void queueDepth(MeterRegistry registry, String writer, Supplier<Number> depth) {
        Gauge.builder("sluice.gather.queue.depth", depth)
                .description("commands that wait to be sent")
                .tag("writer", writer)
                .strongReference(true)
                .register(registry);
    }

    void sent(Batch<?, ?> batch, long now) {
        batchSize.record(batch.size());
        for (Pending<?, ?> entry : batch.entries()) {
            waited.record(now - entry.since, TimeUnit.NANOSECONDS);
        }
    }

    void answered(long nanos) {
        executed.record(nanos, TimeUnit.NANOSECONDS);
    }
}
