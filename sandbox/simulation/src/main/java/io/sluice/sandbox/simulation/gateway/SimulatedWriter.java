package io.sluice.sandbox.simulation.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.gather.GatheringWriter;
import io.sluice.sandbox.simulation.world.World;
import reactor.core.publisher.Mono;

/** The product's own gathering in front of a table, watched for what it leaves waiting. */
final class SimulatedWriter<W> {

    private final Promptness promptness;
    private final GatheringWriter<W, Object> writer;

    SimulatedWriter(World world, Table<W> table, String name, MeterRegistry meters) {
        this.promptness = new Promptness(world);
        SimulatedDatabase<W> database = new SimulatedDatabase<>(world, table, promptness);
        this.writer = GatheringWriter.over(
                database, database, GatheringOptions.named(name).withLanes(2), meters);
    }

    /** Subscribed to once. */
    Mono<Object> write(W write) {
        return promptness.watched(write, writer.write(write));
    }
}
