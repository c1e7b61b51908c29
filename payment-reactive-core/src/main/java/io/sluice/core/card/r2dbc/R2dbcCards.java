package io.sluice.core.card.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.card.Cards;
import io.sluice.core.channel.Card;
import io.sluice.core.id.AttemptId;
import io.sluice.core.r2dbc.Bind;
import io.sluice.core.r2dbc.StoreReads;
import io.sluice.core.secret.Vault;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Sealed cards, each bound to its attempt's row. */
public final class R2dbcCards implements Cards {

    /** Whoever comes first decides; the second is told what he decided. */
    private static final String FIRST = """
            insert into sluice.attempt_card (attempt_id, sealed, blind_index, masked)
            values (:attempt, :sealed, :index, :masked)
            on conflict (attempt_id) do update set attempt_id = excluded.attempt_id
            returning sealed""";

    private static final String OF_ATTEMPT =
            "select sealed from sluice.attempt_card where attempt_id = :attempt and sealed is not null";

    private final DatabaseClient database;
    private final Vault vault;
    private final Mono<BlindIndex> index;

    public R2dbcCards(ConnectionFactory connections, Vault vault) {
        this.database = DatabaseClient.create(connections);
        this.vault = vault;
        this.index = StoredIndexKey.read(database, vault)
                .map(BlindIndex::new)
                .cache(forEver -> Duration.ofDays(36_500), failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public Mono<Boolean> keep(String number, Card card) {
        byte[] sealed = vault.seal(card.number() + " " + card.expiry(), row(number));
        return index.flatMap(blind -> first(number, sealed, blind.of(card.number()), card.masked()))
                .map(Optional::isPresent);
    }

    @Override
    public Mono<Card> of(String number) {
        return one(database.sql(OF_ATTEMPT)
                        .bind("attempt", AttemptId.ofChannelNumber(number).value())
                        .map(row -> Optional.ofNullable(row.get("sealed", byte[].class)))
                        .one())
                .flatMap(found -> open(number, found));
    }

    @Override
    public Mono<Card> ofOrNever(String number) {
        return first(number, null, null, null).flatMap(found -> open(number, found));
    }

    @Override
    public Mono<byte[]> fingerprint(byte[] request) {
        return index.map(blind -> blind.of(request));
    }

    private Mono<Optional<byte[]>> first(
            String number, byte @Nullable [] sealed, byte @Nullable [] blind, @Nullable String masked) {
        return one(database.sql(FIRST)
                .bind("attempt", AttemptId.ofChannelNumber(number).value())
                .bind("sealed", Bind.nullable(sealed, byte[].class))
                .bind("index", Bind.nullable(blind, byte[].class))
                .bind("masked", Bind.nullable(masked, String.class))
                .map(row -> Optional.ofNullable(row.get("sealed", byte[].class)))
                .one());
    }

    private static <T> Mono<T> one(Mono<T> query) {
        return StoreReads.bounded(query).next();
    }

    private Mono<Card> open(String number, Optional<byte[]> sealed) {
        return Mono.justOrEmpty(sealed.map(bytes -> card(vault.open(bytes, row(number)))));
    }

    private static Card card(String opened) {
        int space = opened.indexOf(' ');
        return new Card(opened.substring(0, space), YearMonth.parse(opened.substring(space + 1)));
    }

    private static String row(String number) {
        return "attempt_card:" + number;
    }
}
