package io.sluice.core.routing;

import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.routing.model.RoutingRecord;
import reactor.core.publisher.Flux;

/** How attempts were routed, as it was recorded with them. */
public interface RoutingRecords {

    /** Oldest first; empty when the merchant has no such payment. */
    Flux<RoutingRecord.OfAttempt> of(MerchantId merchantId, PaymentId id);
}
