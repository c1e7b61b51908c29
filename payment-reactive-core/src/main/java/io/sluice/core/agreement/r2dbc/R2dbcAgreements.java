package io.sluice.core.agreement.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.agreement.Agreements;
import io.sluice.core.agreement.Agreements.Creation.Created;
import io.sluice.core.agreement.Agreements.Creation.Known;
import io.sluice.core.agreement.PayerCard;
import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.r2dbc.Bind;
import io.sluice.core.r2dbc.Columns;
import io.sluice.core.r2dbc.StoreReads;
import io.sluice.core.secret.Vault;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Agreements in PostgreSQL. They are few beside payments: each write is a statement of its own. */
public final class R2dbcAgreements implements Agreements {

    private final DatabaseClient database;
    private final SealedPayer sealing;

    public R2dbcAgreements(ConnectionFactory connections, Vault vault) {
        this.database = DatabaseClient.create(connections);
        this.sealing = new SealedPayer(vault);
    }

    @Override
    public Mono<Creation> create(Agreement agreement, PayerCard payer, IdempotencyKey key) {
        return Mono.defer(() -> written(AgreementRow.bindNew(database.sql(AgreementSql.CREATE), agreement)
                        .bind("payer", sealing.seal(agreement, payer))
                        .bind("key", key.key())
                        .bind("fingerprint", key.fingerprint())))
                .flatMap(created -> created ? Mono.just(new Created()) : earlier(agreement.merchant(), key));
    }

    private Mono<Creation> earlier(MerchantId merchant, IdempotencyKey key) {
        return StoreReads.bounded(database.sql(AgreementSql.BY_KEY)
                        .bind("merchant", merchant.value())
                        .bind("key", key.key())
                        .map(row -> (Creation) new Known(
                                AgreementRow.read(row),
                                MessageDigest.isEqual(new Columns(row).bytes("fingerprint"), key.fingerprint())))
                        .one())
                .next();
    }

    @Override
    public Mono<Boolean> change(Agreement after, @Nullable String token) {
        return Mono.defer(() -> written(AgreementRow.bindChanged(database.sql(AgreementSql.CHANGE), after)
                .bind("token", Bind.nullable(token == null ? null : sealing.sealToken(after, token), byte[].class))));
    }

    private static Mono<Boolean> written(GenericExecuteSpec statement) {
        return StoreReads.bounded(statement.mapValue(Long.class).one()).next().map(rows -> rows == 1);
    }

    @Override
    public Mono<Agreement> find(MerchantId merchant, AgreementId id) {
        return StoreReads.bounded(of(AgreementSql.FIND, merchant, id)
                        .map(AgreementRow::read)
                        .one())
                .next();
    }

    @Override
    public Flux<Agreement> list(MerchantId merchant, @Nullable AgreementId before, int limit) {
        return StoreReads.bounded(database.sql(AgreementSql.LIST)
                .bind("merchant", merchant.value())
                .bind("before", Bind.nullable(before == null ? null : before.value(), UUID.class))
                .bind("limit", limit)
                .map(AgreementRow::read)
                .all());
    }

    @Override
    public Mono<PayerCard> payer(Agreement agreement) {
        return sealed(agreement, "sealed_payer").map(kept -> sealing.open(agreement, kept));
    }

    @Override
    public Mono<String> token(Agreement agreement) {
        return sealed(agreement, "sealed_token").map(kept -> sealing.openToken(agreement, kept));
    }

    private Mono<byte[]> sealed(Agreement agreement, String column) {
        return StoreReads.bounded(of(AgreementSql.FIND, agreement.merchant(), agreement.id())
                        .map(row -> Optional.ofNullable(row.get(column, byte[].class)))
                        .one())
                .next()
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public Flux<Due> due(Instant now, Instant leasedUntil, int limit) {
        return StoreReads.bounded(database.sql(AgreementSql.DUE)
                .bind("now", now)
                .bind("leased_until", leasedUntil)
                .bind("limit", limit)
                .map(AgreementRow::due)
                .all());
    }

    @Override
    public Mono<Void> later(Agreement agreement, Instant dueAt) {
        return StoreReads.bounded(of(AgreementSql.LATER, agreement.merchant(), agreement.id())
                        .bind("due_at", dueAt)
                        .bind("version", agreement.version())
                        .fetch()
                        .rowsUpdated())
                .then();
    }

    private GenericExecuteSpec of(String sql, MerchantId merchant, AgreementId id) {
        return database.sql(sql).bind("merchant", merchant.value()).bind("id", id.value());
    }
}
