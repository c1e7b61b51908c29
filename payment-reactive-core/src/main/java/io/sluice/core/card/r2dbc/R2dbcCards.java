package io.sluice.core.card.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.sluice.core.card.CardUse;
import io.sluice.core.card.Cards;
import io.sluice.core.channel.Card;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.model.AttemptState;
import io.sluice.core.r2dbc.Bind;
import io.sluice.core.r2dbc.StoreReads;
import io.sluice.core.secret.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sealed cards, each bound to its attempt's row. */
public final class R2dbcCards implements Cards {

    /** Whoever comes first decides; the second is told what he decided. */
    private static final String FIRST = """
            insert into sluice.attempt_card (attempt_id, sealed, enveloped, blind_index, masked)
            values (:attempt, :sealed, true, :index, :masked)
            on conflict (attempt_id) do update set attempt_id = excluded.attempt_id
            returning sealed, enveloped""";

    private static final String OF_ATTEMPT =
            "select sealed, enveloped from sluice.attempt_card where attempt_id = :attempt and sealed is not null";

    private static final String USES = """
            select a.payment_id, a.attempt_id, a.state, c.masked, c.created_at
            from sluice.attempt_card c join sluice.attempt a on a.merchant_id = :merchant and a.attempt_id = c.attempt_id
            where c.blind_index = :index order by c.created_at desc limit :limit""";

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
        byte[] sealed = vault.envelop(card.number() + " " + card.expiry(), row(number));
        return index.flatMap(blind -> first(number, sealed, blind.of(card.number()), card.masked()))
                .map(Optional::isPresent);
    }

    @Override
    public Mono<Card> of(String number) {
        return one(database.sql(OF_ATTEMPT)
                        .bind("attempt", AttemptId.ofChannelNumber(number).value())
                        .map(Sealed::read)
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

    private Mono<Optional<Sealed>> first(
            String number, byte @Nullable [] sealed, byte @Nullable [] blind, @Nullable String masked) {
        return one(database.sql(FIRST)
                .bind("attempt", AttemptId.ofChannelNumber(number).value())
                .bind("sealed", Bind.nullable(sealed, byte[].class))
                .bind("index", Bind.nullable(blind, byte[].class))
                .bind("masked", Bind.nullable(masked, String.class))
                .map(Sealed::read)
                .one());
    }

    private static <T> Mono<T> one(Mono<T> query) {
        return StoreReads.bounded(query).next();
    }

    @Override
    public Flux<CardUse> uses(MerchantId merchant, String cardNumber, int limit) {
        return index.flatMapMany(blind -> database.sql(USES)
                .bind("merchant", merchant.value())
                .bind("index", blind.of(cardNumber))
                .bind("limit", limit)
                .map(R2dbcCards::use)
                .all());
    }

    private static CardUse use(Readable row) {
        return new CardUse(
                new PaymentId(required(row, "payment_id", UUID.class)),
                new AttemptId(required(row, "attempt_id", UUID.class)),
                AttemptState.valueOf(required(row, "state", String.class)),
                required(row, "masked", String.class),
                required(row, "created_at", Instant.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** What stands in the row, sealed by a key of its own or, if it is old, by the vault's. */
    private static final class Sealed {

        private final byte[] bytes;
        private final boolean enveloped;

        private Sealed(byte[] bytes, boolean enveloped) {
            this.bytes = bytes;
            this.enveloped = enveloped;
        }

        static Optional<Sealed> read(Readable row) {
            return Optional.ofNullable(row.get("sealed", byte[].class))
                    .map(bytes -> new Sealed(bytes, required(row, "enveloped", Boolean.class)));
        }

        String open(Vault vault, String row) {
            return enveloped ? vault.unfold(bytes, row) : vault.open(bytes, row);
        }
    }

    private Mono<Card> open(String number, Optional<Sealed> found) {
        return Mono.justOrEmpty(found.map(kept -> card(kept.open(vault, row(number)))));
    }

    private static Card card(String opened) {
        int space = opened.indexOf(' ');
        return new Card(opened.substring(0, space), YearMonth.parse(opened.substring(space + 1)));
    }

    private static String row(String number) {
        return "attempt_card:" + number;
    }
}
