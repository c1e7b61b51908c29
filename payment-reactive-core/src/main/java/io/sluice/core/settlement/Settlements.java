package io.sluice.core.settlement;

import io.sluice.core.audit.Actor;
import io.sluice.core.channel.BatchLine;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.settlement.model.BatchBook;
import io.sluice.core.settlement.model.Settlement;
import io.sluice.core.settlement.model.SettlementState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What becomes of batches, and what is in them. */
public interface Settlements {

    /** Accounts of these channels, and since when they are. */
    Flux<Settling> accounts(Set<String> channels);

    record Settling(ChannelAccountId account, Instant since) {}

    /** Makes the row of a batch that has none. */
    Mono<Void> open(Settlement due);

    /** Takes what is due; nobody else sees it before the lease ends. */
    Mono<List<Settlement>> take(Instant now, Duration lease, int limit);

    /** @return false where somebody else was first: {@code next} is nobody's decision any more */
    Mono<Boolean> save(Settlement next);

    Mono<BatchBook> book(Settlement settlement);

    /** What a batch's totals are made of, by reference. */
    Mono<List<BatchLine>> lines(Settlement settlement);

    Mono<Settlement> find(ChannelAccountId account, LocalDate day);

    /**
     * Newest first.
     *
     * @param state null for all
     */
    Flux<Settlement> list(@Nullable SettlementState state, int limit);

    /** As an operator ordered it, on record with his name. Empty where somebody else was first. */
    Mono<Settlement> order(Actor operator, Settlement ordered);
}
