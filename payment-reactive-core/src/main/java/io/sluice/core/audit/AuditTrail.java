package io.sluice.core.audit;

import reactor.core.publisher.Flux;

/** All changes of the configuration. */
public interface AuditTrail {

    /** The newest entries older than {@code before}, newest first, at most {@code limit}. */
    Flux<AuditEntry> before(long before, int limit);
}
