package io.sluice.ledger.posting.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.gather.BatchStatement;
import io.sluice.core.id.EventId;
import io.sluice.ledger.posting.model.Outcome;
import io.sluice.ledger.posting.model.PaymentPostings;
import io.sluice.ledger.posting.model.Posting;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Posts many payments' events with one statement. Executing it again finds the events consumed and changes nothing. */
final class PostBatch implements BatchStatement<PaymentPostings, List<Outcome>> {

    /**
     * The statement joins arrays whose lengths the planner does not know and guesses to be short: it would compare every
     * line with every entry. Hashed, they meet in linear time.
     */
    static final String SESSION = "set enable_nestloop = off; set enable_mergejoin = off";

    private static final String POST = SqlText.of("post-batch.sql");
    private static final String LOOK_UP = SqlText.of("look-up.sql");

    @Override
    public Object key(PaymentPostings command) {
        return command.payment();
    }

    @Override
    public Mono<Void> prepare(Connection connection) {
        return Flux.from(connection.createStatement(SESSION).execute())
                .flatMap(result -> result.getRowsUpdated())
                .then();
    }

    @Override
    public Mono<List<List<Outcome>>> execute(Connection connection, List<PaymentPostings> commands) {
        return Mono.defer(() -> {
            BatchRows rows = BatchRows.of(commands);
            Statement statement = connection.createStatement(POST);
            rows.bind(statement);
            return Flux.from(statement.execute())
                    .flatMap(result -> result.map(PostBatch::numbered))
                    .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                    .map(rows::outcomes);
        });
    }

    @Override
    public Mono<List<Optional<List<Outcome>>>> lookUp(Connection connection, List<PaymentPostings> commands) {
        List<PaymentEvent> events = commands.stream()
                .flatMap(command -> command.postings().stream())
                .map(Posting::event)
                .toList();
        Statement statement = connection
                .createStatement(LOOK_UP)
                .bind(
                        "$1",
                        events.stream().map(event -> event.merchantId().value()).toArray(UUID[]::new))
                .bind("$2", events.stream().map(event -> event.id().value()).toArray(UUID[]::new));
        return Flux.from(statement.execute())
                .flatMap(result -> result.map(PostBatch::known))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(found -> commands.stream()
                        .map(command -> outcomes(command, found))
                        .toList());
    }

    /** A payment's events are written together, so that either all are there or none. */
    private static Optional<List<Outcome>> outcomes(PaymentPostings command, Map<EventId, Outcome> found) {
        List<Outcome> outcomes = command.postings().stream()
                .map(posting -> found.get(posting.event().id()))
                .filter(Objects::nonNull)
                .toList();
        return outcomes.size() == command.postings().size() ? Optional.of(outcomes) : Optional.empty();
    }

    private static Map.Entry<Integer, Outcome> numbered(Readable row) {
        return Map.entry(required(row, "event_no", Integer.class), outcome(row));
    }

    private static Map.Entry<EventId, Outcome> known(Readable row) {
        return Map.entry(new EventId(required(row, "event_id", UUID.class)), outcome(row));
    }

    private static Outcome outcome(Readable row) {
        return Outcome.valueOf(required(row, "outcome", String.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
