package io.sluice.core.settlement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.channel.Batch;
import io.sluice.core.channel.BatchOutcome;
import io.sluice.core.channel.SettlesBatches;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.settlement.model.Settlement;
import io.sluice.core.settlement.model.SettlementState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Settles batches whose day is over, each once, whichever instance is first. The host is asked outside the account's guard: a day that it adds up
 * slowly says nothing about its payments, and the adapter has a deadline of its own for it.
 */
public final class BatchSettler {

    private static final Logger log = LoggerFactory.getLogger(BatchSettler.class);

    /** Longer than an upload of a busy day takes; one that takes longer is repeated, which is harmless. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    /** A gateway that was away for so many days settles them all. */
    private static final int DAYS_BACK = 7;

    private static final int BATCH = 20;

    private final Settlements settlements;
    private final Merchants merchants;
    private final Channels channels;
    private final Clock clock;
    private final Duration after;
    private final Map<SettlementState, Counter> steps = new EnumMap<>(SettlementState.class);

    /** @param after how long after its day's end a batch is settled */
    public BatchSettler(
            Settlements settlements,
            Merchants merchants,
            Channels channels,
            Clock clock,
            Duration after,
            MeterRegistry meters) {
        this.settlements = settlements;
        this.merchants = merchants;
        this.channels = channels;
        this.clock = clock;
        this.after = after;
        for (SettlementState state : SettlementState.values()) {
            steps.put(
                    state,
                    Counter.builder("sluice.settlements")
                            .description("steps of the settlements of terminals' days, by the state they led to")
                            .tag("state", state.wireName())
                            .register(meters));
        }
    }

    /** Makes the rows of the days that are over, and goes on with what is due. One account's trouble is its own. */
    public Mono<Void> round() {
        Instant now = clock.instant();
        return settlements
                .accounts(channels.settling())
                .concatMap(account -> open(account, now).onErrorResume(failure -> left(account.account(), failure)))
                .then(settlements.take(now, LEASE, BATCH))
                .flatMapIterable(taken -> taken)
                .concatMap(taken -> advance(taken).onErrorResume(failure -> left(taken.account(), failure)))
                .then();
    }

    private Mono<Void> open(Settlements.Settling settling, Instant now) {
        return merchants
                .account(settling.account())
                .flatMapMany(account -> Mono.justOrEmpty(channels.of(account).batches())
                        .flatMapIterable(host -> over(host, settling.since(), now))
                        .map(batch -> Settlement.due(account.merchantId(), settling.account(), batch, now)))
                .concatMap(settlements::open)
                .then();
    }

    private Iterable<Batch> over(SettlesBatches host, Instant since, Instant now) {
        Batch current = host.batchAt(now.minus(after));
        return Stream.iterate(before(host, current), batch -> before(host, batch))
                .limit(DAYS_BACK)
                .takeWhile(batch -> batch.until().isAfter(since))
                .toList();
    }

    private static Batch before(SettlesBatches host, Batch batch) {
        return host.batchAt(batch.from().minusMillis(1));
    }

    private Mono<Void> advance(Settlement taken) {
        return switch (taken.state()) {
            case DUE ->
                settlements
                        .book(taken)
                        .map(book -> taken.counted(book, clock.instant()))
                        .flatMap(this::saved)
                        .filter(saved -> saved.state() == SettlementState.ASKED)
                        .flatMap(this::tell);
            case ASKED -> tell(taken);
            case DISAGREED -> upload(taken);
            case AGREED, UPLOADED -> Mono.empty();
        };
    }

    private Mono<Void> tell(Settlement asked) {
        return host(asked)
                .flatMap(host -> host.settle(asked.batch(), Objects.requireNonNull(asked.ours())))
                .flatMap(outcome -> concluded(asked, outcome))
                .filter(saved -> saved.state() == SettlementState.DISAGREED)
                .flatMap(this::upload);
    }

    private Mono<Void> upload(Settlement disagreed) {
        return settlements
                .lines(disagreed)
                .flatMap(lines -> host(disagreed).flatMap(host -> host.upload(disagreed.batch(), lines)))
                .flatMap(outcome -> concluded(disagreed, outcome))
                .then();
    }

    private Mono<Settlement> concluded(Settlement settlement, BatchOutcome outcome) {
        return saved(settlement.concluded(outcome, clock.instant()));
    }

    /** Empty where somebody else was first. */
    private Mono<Settlement> saved(Settlement next) {
        return settlements.save(next).filter(Boolean::booleanValue).map(saved -> {
            tellOf(next);
            return next;
        });
    }

    private Mono<SettlesBatches> host(Settlement settlement) {
        return merchants
                .account(settlement.account())
                .map(channels::of)
                .flatMap(channel -> Mono.justOrEmpty(channel.batches()));
    }

    private void tellOf(Settlement settlement) {
        Objects.requireNonNull(steps.get(settlement.state())).increment();
        boolean alarm = settlement.state() == SettlementState.DISAGREED;
        (alarm ? log.atError() : log.atInfo())
                .addKeyValue("merchant_id", settlement.merchantId())
                .addKeyValue("channel_account", settlement.account())
                .addKeyValue("day", settlement.batch().day())
                .addKeyValue("state", settlement.state())
                .addKeyValue("open", settlement.open())
                .addKeyValue("ours", settlement.ours())
                .addKeyValue("theirs", settlement.theirs())
                .addKeyValue("code", settlement.code())
                .log(alarm ? "the host disagrees with a day's totals" : "settlement");
    }

    private static <T> Mono<T> left(ChannelAccountId account, Throwable failure) {
        log.atWarn()
                .addKeyValue("channel_account", account)
                .setCause(failure)
                .log("a settlement is left to the end of its lease");
        return Mono.empty();
    }
}
