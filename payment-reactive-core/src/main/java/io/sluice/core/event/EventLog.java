package io.sluice.core.event;

import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The events on record, for reading. Nothing of one merchant is ever shown to another. Fails with a
 * {@link io.sluice.core.gather.StoreUnavailableException} soon when the store is away.
 */
public interface EventLog {

    /** The events of one payment with a sequence above {@code afterSequence}, ascending; from the first with 0. */
    Flux<PaymentEvent> of(MerchantId merchantId, PaymentId paymentId, int afterSequence, int limit);

    /**
     * A merchant's events after a cursor, in commit order.
     *
     * <p>An event is shown once every transaction that could come before it has ended, so that whoever goes on from the
     * last cursor he was given misses none.
     *
     * @param types as in {@link PaymentEvent#type()}; empty for all
     */
    Flux<LoggedEvent> after(MerchantId merchantId, EventCursor cursor, Set<String> types, int limit);

    /** Empty when the merchant has no such event. */
    Mono<PaymentEvent> find(MerchantId merchantId, EventId id);

    /** Where the log ends now: everything that commits from now on comes after it. */
    Mono<EventCursor> end();
}
