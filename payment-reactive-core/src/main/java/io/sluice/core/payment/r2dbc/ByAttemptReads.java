package io.sluice.core.payment.r2dbc;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.gather.GatheringOptions;
import io.sluice.core.gather.GatheringWriter;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.r2dbc.ByAttempt.Question;
import io.sluice.core.r2dbc.StoreReads;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Gathered reads of payments by their attempts. Its one lane is made for the first who asks: only callbacks do so often, and
 * most processes take none.
 */
final class ByAttemptReads {

    private final Mono<GatheringWriter<Question, Optional<Payment>>> lane;
    private volatile boolean isOpen;

    /** @param writes how the payments themselves are gathered */
    ByAttemptReads(ConnectionFactory connections, GatheringOptions writes, MeterRegistry registry) {
        GatheringOptions options = GatheringOptions.named(writes.name() + "-by-attempt")
                .withPatience(writes.patience(), writes.patience())
                .withRest(writes.rest());
        this.lane = Mono.fromSupplier(() -> {
                    isOpen = true;
                    return GatheringWriter.over(connections, new ByAttempt(), options, registry);
                })
                .cache();
    }

    Mono<Payment> find(MerchantId merchantId, AttemptId attempt) {
        return lane.flatMap(open -> StoreReads.gathered(open.write(new Question(merchantId, attempt))))
                .flatMap(Mono::justOrEmpty);
    }

    Mono<Void> close() {
        return Mono.defer(() -> isOpen ? lane.flatMap(GatheringWriter::close) : Mono.empty());
    }
}
