package io.sluice.edge.event;

import io.sluice.core.id.MerchantId;
import io.sluice.edge.event.model.RecentEvents;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The ends of the logs of all merchants who are watched, each read once however many watch it. */
@Component
final class MerchantTails {

    private final LogPages pages;
    private final EventHub hub;
    private final Map<MerchantId, Flux<RecentEvents>> tails = new ConcurrentHashMap<>();

    MerchantTails(LogPages pages, EventHub hub) {
        this.pages = pages;
        this.hub = hub;
    }

    /** The latest at once and then each as it comes, to be taken at once. */
    Flux<RecentEvents> of(MerchantId merchant) {
        return Flux.defer(() -> tails.computeIfAbsent(merchant, this::shared));
    }

    /**
     * Whoever comes in the moment in which the last one leaves may get a reader of his own. That costs what a reader
     * costs, and he is told the same.
     */
    private Flux<RecentEvents> shared(MerchantId merchant) {
        return Flux.defer(() -> new MerchantTail(merchant, pages, hub).read())
                .doFinally(end -> tails.remove(merchant))
                .replay(1)
                .refCount();
    }
}
