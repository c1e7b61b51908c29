package io.sluice.edge.event;

import io.sluice.core.event.EventCursor;
import io.sluice.core.id.MerchantId;
import io.sluice.edge.event.model.Passage;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** All of a merchant's events in commit order, each once. */
@Component
final class MerchantFollower {

    private final LogPages pages;
    private final MerchantTails tails;
    private final EventHub hub;

    MerchantFollower(LogPages pages, MerchantTails tails, EventHub hub) {
        this.pages = pages;
        this.tails = tails;
        this.hub = hub;
    }

    /**
     * @param types empty for all
     * @return fails with {@link FellBehindException}
     */
    Flux<Passage> follow(MerchantId merchant, EventCursor after, Set<String> types) {
        return hub.followed(Flux.defer(() -> new Following(merchant, after, pages).along(tails.of(merchant))))
                .map(passage -> passage.of(types))
                .filter(passage -> !passage.isEmpty());
    }
}
