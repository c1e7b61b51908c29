package io.sluice.core.event;

import java.util.List;
import reactor.core.publisher.Mono;

/** Events that were received together. */
public interface EventBatch {

    /** At least one; the events of one payment in the order of their sequence. */
    List<PaymentEvent> events();

    /**
     * Says that these events, and all before them, have taken effect and need not be delivered again. Completes when
     * that is on record, or when somebody else has taken over their partitions and is given them again.
     */
    Mono<Void> acknowledge();
}
