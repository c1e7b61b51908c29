package io.sluice.core.payment.r2dbc;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.gather.GatheringWriter;
import io.sluice.core.r2dbc.StoreReads;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Reads that are gathered as writes are. Their one lane is made for the first who asks: only some processes, at some times,
 * ask so often.
 */
final class GatheredReads<Q, A> {

    private final Mono<GatheringWriter<Q, Optional<A>>> lane;
    private volatile boolean isOpen;

    /**
     * @param writes how the payments themselves are gathered
     * @param name of the lane, behind theirs
     */
    GatheredReads(
            ConnectionFactory connections,
            GatheringOptions writes,
            String name,
            GatheredRead<Q, A> statement,
            MeterRegistry registry) {
        GatheringOptions options = GatheringOptions.named(writes.name() + "-" + name)
                .withPatience(writes.patience(), writes.patience())
                .withRest(writes.rest());
        this.lane = Mono.fromSupplier(() -> {
                    isOpen = true;
                    return GatheringWriter.over(connections, statement, options, registry);
                })
                .cache();
    }

    /** Empty when there is no answer. */
    Mono<A> ask(Q question) {
        return lane.flatMap(open -> StoreReads.gathered(open.write(question))).flatMap(Mono::justOrEmpty);
    }

    Mono<Void> close() {
        return Mono.defer(() -> isOpen ? lane.flatMap(GatheringWriter::close) : Mono.empty());
    }
}
