package io.sluice.ledger.posting.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.ledger.posting.Decisions;
import io.sluice.ledger.posting.Journal;
import io.sluice.ledger.posting.JournalTrouble;
import io.sluice.ledger.posting.PersistentJournal;
import io.sluice.ledger.posting.TestPayment;
import io.sluice.ledger.posting.json.JsonEventBodies;
import io.sluice.ledger.posting.model.Outcome;
import io.sluice.ledger.posting.model.PaymentPostings;
import io.sluice.sandbox.servers.Database;
import io.sluice.sandbox.servers.FaultProxy;
import io.sluice.sandbox.servers.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Several writers over the same events and the same accounts, and a writer whose connection fails. */
final class ConcurrentPostingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Decisions decisions = new Decisions(new JsonEventBodies());
    private final Database database = PostgresBooks.migrated(TestServers.freshDatabase());
    private final MerchantId merchant = MerchantId.next();
    private final ChannelAccountId account = ChannelAccountId.next();

    @Test
    void twoWritersWithTheSameEventsInAnyOrderPostEachOnce() {
        PostgresBooks one = new PostgresBooks(database);
        PostgresBooks other = new PostgresBooks(database);
        List<PaymentPostings> postings = decided(2_000);
        List<PaymentPostings> shuffled = new ArrayList<>(postings);
        Collections.shuffle(shuffled, new Random(7));

        List<Outcome> outcomes = Flux.merge(post(one.journal(), postings), post(other.journal(), shuffled))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(outcomes).filteredOn(Outcome.POSTED::equals).hasSize(2_000);
        assertThat(outcomes).filteredOn(Outcome.DUPLICATE::equals).hasSize(2_000);
        assertBooked(one, 2_000);
        one.close();
        other.close();
    }

    @Test
    void aHotAccountIsExactAfterTwentyThousandEvents() {
        PostgresBooks books = new PostgresBooks(database);

        Mono<Long> posted = post(books.journal(), decided(20_000))
                .filter(Outcome.POSTED::equals)
                .count();

        assertThat(posted.block(PATIENCE)).isEqualTo(20_000);
        assertBooked(books, 20_000);
        books.close();
    }

    @Test
    void whereTheAnswerOfACommitIsLostNothingIsPostedTwice() {
        FaultProxy proxy = TestServers.proxyTo(TestServers.postgres());
        PostgresBooks books = new PostgresBooks(database.through(proxy), database);
        Journal persistent = new PersistentJournal(books.journal(), new JournalTrouble());
        post(persistent, decided(1)).blockLast(PATIENCE);

        proxy.loseAnswers();
        Mono<List<Outcome>> rest = post(persistent, decided(500)).collectList().cache();
        rest.subscribe();
        await().atMost(PATIENCE)
                .until(() ->
                        books.rows("select event_id from ledger.consumed_event").size() > 1);
        proxy.cut();
        proxy.heal();

        assertThat(rest.blockOptional(PATIENCE).orElseThrow()).hasSize(500);
        assertBooked(books, 501);
        books.close();
        proxy.close();
    }

    private void assertBooked(PostgresBooks books, int payments) {
        assertThat(books.due(merchant, "CNY")).isEqualTo(payments * 991L);
        assertThat(books.wrong()).isEmpty();
    }

    private List<PaymentPostings> decided(int payments) {
        List<PaymentEvent> events = IntStream.range(0, payments)
                .mapToObj(
                        i -> TestPayment.of(merchant, account, 1_000, 9, "CNY").succeeded())
                .toList();
        return events.stream()
                .map(event -> new PaymentPostings(event.paymentId(), List.of(decisions.of(event))))
                .toList();
    }

    private static Flux<Outcome> post(Journal journal, List<PaymentPostings> postings) {
        return Flux.fromIterable(postings).flatMap(journal::post, 500).flatMapIterable(outcomes -> outcomes);
    }
}
