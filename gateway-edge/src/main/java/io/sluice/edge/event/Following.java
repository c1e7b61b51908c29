package io.sluice.edge.event;

import io.sluice.core.event.EventCursor;
import io.sluice.core.id.MerchantId;
import io.sluice.edge.event.LogPages.Page;
import io.sluice.edge.event.model.Passage;
import io.sluice.edge.event.model.RecentEvents;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One watcher's way along a merchant's log. He reads pages himself, each when he has taken the last, until he has caught up;
 * from then on he is told what is read for all, and may be behind it by as much as is kept of it.
 */
final class Following {

    private final MerchantId merchant;
    private final LogPages pages;

    /** Up to where he has taken everything. */
    private volatile EventCursor taken;

    private volatile boolean caughtUp;

    Following(MerchantId merchant, EventCursor after, LogPages pages) {
        this.merchant = merchant;
        this.taken = after;
        this.pages = pages;
    }

    /** @return fails with {@link FellBehindException}, whether or not he takes anything */
    Flux<Passage> along(Flux<RecentEvents> tail) {
        return tail.doOnNext(this::mustKeepUp).onBackpressureLatest().concatMap(this::unread, 0);
    }

    private void mustKeepUp(RecentEvents recent) {
        if (caughtUp && !recent.reachBackTo(taken)) {
            throw new FellBehindException();
        }
    }

    private Flux<Passage> unread(RecentEvents recent) {
        return recent.reachBackTo(taken) ? ofAll(recent) : ofHisOwn(recent.end());
    }

    /** He is one of those for whom it is kept from now on, and not only when he has taken what there is of it. */
    private Flux<Passage> ofAll(RecentEvents recent) {
        caughtUp = true;
        return Flux.fromIterable(recent.after(taken))
                .doOnNext(passage -> taken = passage.end())
                .doOnComplete(() -> hasAllUpTo(recent.end()));
    }

    /** Until he has all that was handed out to the others, so that nothing is missing between his pages and theirs. */
    private Flux<Passage> ofHisOwn(EventCursor end) {
        return Mono.defer(() -> pages.inTurnAfter(merchant, taken))
                .flatMapMany(page -> passages(page, end))
                .repeat(() -> taken.compareTo(end) < 0);
    }

    /** Everything up to the end could be seen before the page was read: one that is not full has the rest of it. */
    private Flux<Passage> passages(Page page, EventCursor end) {
        return Flux.fromIterable(page.passages())
                .doOnNext(passage -> taken = passage.end())
                .doOnComplete(() -> {
                    if (!page.full()) {
                        hasAllUpTo(end);
                    }
                });
    }

    private void hasAllUpTo(EventCursor end) {
        if (taken.compareTo(end) < 0) {
            taken = end;
        }
        caughtUp = true;
    }
}
