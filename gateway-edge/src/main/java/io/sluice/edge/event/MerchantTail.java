package io.sluice.edge.event;

import io.sluice.core.id.MerchantId;
import io.sluice.edge.event.LogPages.Page;
import io.sluice.edge.event.model.RecentEvents;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads on in a merchant's log from where it ends now. The log is read again whenever a live event tells that there is
 * more, so that every event comes with its cursor and none is missed or shown twice.
 */
final class MerchantTail {

    /** What comes meanwhile is read at once and written at once, to however many watch. */
    private static final Duration REST = Duration.ofMillis(20);

    private final MerchantId merchant;
    private final LogPages pages;
    private final EventHub hub;
    private volatile @Nullable RecentEvents recent;
    private volatile boolean more;

    MerchantTail(MerchantId merchant, LogPages pages, EventHub hub) {
        this.merchant = merchant;
        this.pages = pages;
        this.hub = hub;
    }

    /** Only the latest live event is kept, and before the first look: it cannot be too far behind, however many come. */
    Flux<RecentEvents> read() {
        return hub.whileListening(
                merchant,
                live -> Flux.<Object>merge(live.onBackpressureLatest(), Flux.just("begin"), LookAgain.nowAndThen())
                        .onBackpressureLatest()
                        .concatMap(hint -> unread().concatWith(rest()), 0));
    }

    /** Page by page until one is not full. */
    private Flux<RecentEvents> unread() {
        return Mono.defer(this::next).doOnNext(next -> recent = next).repeat(() -> more);
    }

    private Mono<RecentEvents> next() {
        RecentEvents before = recent;
        return before == null
                ? pages.end().map(RecentEvents::none)
                : pages.after(merchant, before.end()).map(page -> handOut(before, page));
    }

    private RecentEvents handOut(RecentEvents before, Page page) {
        more = page.full();
        return before.plus(page.passages(), System.nanoTime());
    }

    private static Mono<RecentEvents> rest() {
        return Mono.<RecentEvents>empty().delaySubscription(REST);
    }
}
