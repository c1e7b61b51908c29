package io.sluice.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.audit.Actor;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Batch;
import io.sluice.core.channel.BatchLine;
import io.sluice.core.channel.BatchOutcome;
import io.sluice.core.channel.BatchTotals;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import io.sluice.core.channel.LateAnswers;
import io.sluice.core.channel.SettlesBatches;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.merchant.model.MerchantKey;
import io.sluice.core.settlement.model.BatchBook;
import io.sluice.core.settlement.model.Settlement;
import io.sluice.core.settlement.model.SettlementState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is said to the host, and how often. */
class BatchSettlerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final BatchTotals OURS = new BatchTotals(1500, 1, 0, 0);

    private final MerchantId merchant = MerchantId.next();
    private final ChannelAccountId account = ChannelAccountId.next();
    private final Table table = new Table();
    private final Host host = new Host();

    @Test
    void yesterdayIsSettledOnceHoweverOftenItIsLookedAt() {
        host.says.add(new BatchOutcome.Agreed());
        round(NOW);
        round(NOW.plusSeconds(60));
        assertThat(host.heard).containsExactly("settle 2026-11-21 " + OURS);
        assertThat(table.rows.values()).extracting(Settlement::state).containsExactly(SettlementState.AGREED);
    }

    @Test
    void whatWasNotAnsweredIsSaidAgainInTheSameWords() {
        host.says.add(new BatchOutcome.Unanswered("deadline_passed", "no answer"));
        host.says.add(new BatchOutcome.Agreed());
        round(NOW);
        table.book = new BatchBook(new BatchTotals(9900, 3, 0, 0), 0);
        round(NOW.plus(Duration.ofHours(1)));
        assertThat(host.heard).hasSize(2).containsOnly("settle 2026-11-21 " + OURS);
    }

    @Test
    void aDisagreementIsUploadedAtOnceAndKept() {
        host.says.add(new BatchOutcome.Disagreed(BatchTotals.NOTHING));
        host.says.add(new BatchOutcome.Uploaded());
        round(NOW);
        assertThat(host.heard).containsExactly("settle 2026-11-21 " + OURS, "upload 2026-11-21 1");
        assertThat(table.rows.values())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .returns(SettlementState.UPLOADED, Settlement::state)
                        .returns(BatchTotals.NOTHING, Settlement::theirs));
    }

    @Test
    void nothingIsSaidWhileSomethingOfTheDayIsUnknown() {
        table.book = new BatchBook(OURS, 1);
        round(NOW);
        assertThat(host.heard).isEmpty();
        host.says.add(new BatchOutcome.Agreed());
        table.book = new BatchBook(OURS, 0);
        round(NOW.plus(Duration.ofHours(1)));
        assertThat(host.heard).hasSize(1);
    }

    private void round(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        var meters = new SimpleMeterRegistry();
        var channels = new Channels(
                List.of(host), new ChannelEnvironment(clock, "", Duration.ofSeconds(5), LateAnswers.UNHEARD), meters);
        new BatchSettler(table, new OneMerchant(), channels, clock, Duration.ofMinutes(30), meters)
                .round()
                .block(Duration.ofSeconds(30));
    }

    private final class OneMerchant implements Merchants {

        @Override
        public Mono<Merchant> find(MerchantId id) {
            return Mono.empty();
        }

        @Override
        public Mono<MerchantKey> key(String keyId) {
            return Mono.empty();
        }

        @Override
        public Mono<MerchantChannelAccount> account(ChannelAccountId id) {
            return Mono.just(
                    new MerchantChannelAccount(merchant, new AccountConfiguration(id, "terminal", Map.of()), 1));
        }
    }

    /** Says what it is told to, in that order. */
    private static final class Host implements ChannelProvider, SettlesBatches {

        final Queue<BatchOutcome> says = new ArrayDeque<>();
        final List<String> heard = new ArrayList<>();

        @Override
        public String channel() {
            return "terminal";
        }

        @Override
        public List<String> methods() {
            return List.of();
        }

        @Override
        public List<AccountField> accountFields() {
            return List.of();
        }

        @Override
        public boolean settlesBatches() {
            return true;
        }

        @Override
        public Channel open(AccountConfiguration configuration, ChannelEnvironment environment) {
            return this;
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities("terminal", List.of(), Duration.ZERO);
        }

        @Override
        public Batch batchAt(Instant time) {
            LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
            Instant from = day.atStartOfDay().toInstant(ZoneOffset.UTC);
            return new Batch(day, from, from.plus(Duration.ofDays(1)));
        }

        @Override
        public Mono<BatchOutcome> settle(Batch batch, BatchTotals ours) {
            heard.add("settle " + batch.day() + " " + ours);
            return Mono.just(Objects.requireNonNull(says.poll()));
        }

        @Override
        public Mono<BatchOutcome> upload(Batch batch, List<BatchLine> lines) {
            heard.add("upload " + batch.day() + " " + lines.size());
            return Mono.just(Objects.requireNonNull(says.poll()));
        }
    }

    /** The table as its constraints have it. */
    private final class Table implements Settlements {

        final Map<LocalDate, Settlement> rows = new TreeMap<>();
        BatchBook book = new BatchBook(OURS, 0);

        @Override
        public Flux<Settling> accounts(Set<String> channels) {
            return Flux.just(new Settling(account, Instant.parse("2026-11-21T09:00:00Z")));
        }

        @Override
        public Mono<Void> open(Settlement due) {
            return Mono.fromRunnable(() -> rows.putIfAbsent(due.batch().day(), due));
        }

        @Override
        public Mono<List<Settlement>> take(Instant now, Duration lease, int limit) {
            return Mono.fromSupplier(() -> rows.values().stream()
                    .filter(row -> row.dueAt() != null && !row.dueAt().isAfter(now))
                    .toList());
        }

        @Override
        public Mono<Boolean> save(Settlement next) {
            return Mono.fromSupplier(() -> {
                Settlement known = Objects.requireNonNull(rows.get(next.batch().day()));
                boolean first = known.version() == next.version() - 1;
                if (first) {
                    rows.put(next.batch().day(), next);
                }
                return first;
            });
        }

        @Override
        public Mono<BatchBook> book(Settlement settlement) {
            return Mono.just(book);
        }

        @Override
        public Mono<List<BatchLine>> lines(Settlement settlement) {
            return Mono.just(List.of(new BatchLine("1", 1500, false)));
        }

        @Override
        public Mono<Settlement> find(ChannelAccountId of, LocalDate day) {
            return Mono.justOrEmpty(rows.get(day));
        }

        @Override
        public Flux<Settlement> list(@Nullable SettlementState state, int limit) {
            return Flux.fromIterable(rows.values());
        }

        @Override
        public Mono<Settlement> order(Actor operator, Settlement ordered) {
            return save(ordered).map(saved -> ordered);
        }
    }
}
