package io.sluice.core.merchant.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.sluice.core.audit.Actor;
import io.sluice.core.audit.r2dbc.AuditLine;
import io.sluice.core.audit.r2dbc.AuditedChanges;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.KeyAdministration;
import io.sluice.core.merchant.model.InvalidFieldException;
import io.sluice.core.merchant.model.KeyProfile;
import io.sluice.core.merchant.model.NewKey;
import io.sluice.core.merchant.model.RateLimit;
import io.sluice.core.r2dbc.Bind;
import io.sluice.core.r2dbc.Columns;
import io.sluice.core.secret.Vault;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Merchants' keys in PostgreSQL, as operators keep them. */
public final class R2dbcKeyAdministration implements KeyAdministration {

    private static final String INSERT =
            "insert into sluice.merchant_key (key_id, merchant_id, algorithm, public_key, sealed_secret, not_before,"
                    + " not_after, permits_per_second, burst)"
                    + " select :key_id, merchant_id, :algorithm, :public_key, :sealed_secret, :not_before, :not_after,"
                    + " :permits, :burst from sluice.merchant where merchant_id = :merchant returning *";
    private static final String REVOKE = "update sluice.merchant_key set revoked_at = coalesce(revoked_at, now())"
            + " where key_id = :key_id and merchant_id = :merchant returning *";

    private final DatabaseClient database;
    private final Vault vault;
    private final AuditedChanges changes;

    public R2dbcKeyAdministration(ConnectionFactory connections, Vault vault) {
        this.database = DatabaseClient.create(connections);
        this.vault = vault;
        this.changes = new AuditedChanges(connections);
    }

    @Override
    public Mono<KeyProfile> register(Actor actor, MerchantId merchant, NewKey key) {
        return changes.make(actor, insert(merchant, key), profile -> line("key.register", profile))
                .onErrorMap(
                        DuplicateKeyException.class,
                        taken -> new InvalidFieldException(
                                "key_id", "'" + key.keyId() + "' is registered already; choose another"));
    }

    @Override
    public Flux<KeyProfile> list(MerchantId merchant) {
        return database.sql(
                        "select * from sluice.merchant_key where merchant_id = :merchant order by created_at, key_id")
                .bind("merchant", merchant.value())
                .map(R2dbcKeyAdministration::profile)
                .all();
    }

    @Override
    public Mono<KeyProfile> revoke(Actor actor, MerchantId merchant, String keyId) {
        Mono<KeyProfile> revoked = database.sql(REVOKE)
                .bind("key_id", keyId)
                .bind("merchant", merchant.value())
                .map(R2dbcKeyAdministration::profile)
                .one();
        return changes.make(actor, revoked, profile -> line("key.revoke", profile));
    }

    private Mono<KeyProfile> insert(MerchantId merchant, NewKey key) {
        @Nullable RateLimit limit = key.rateLimit();
        return database.sql(INSERT)
                .bind("key_id", key.keyId())
                .bind("merchant", merchant.value())
                .bind("algorithm", key.algorithm())
                .bind("public_key", Bind.nullable(key.secret() ? null : key.material(), byte[].class))
                .bind("sealed_secret", Bind.nullable(key.secret() ? sealed(key) : null, byte[].class))
                .bind("not_before", key.notBefore())
                .bind("not_after", Bind.nullable(key.notAfter(), Instant.class))
                .bind("permits", Bind.nullable(limit == null ? null : limit.permitsPerSecond(), Integer.class))
                .bind("burst", Bind.nullable(limit == null ? null : limit.burst(), Integer.class))
                .map(R2dbcKeyAdministration::profile)
                .one();
    }

    private byte[] sealed(NewKey key) {
        return vault.seal(Base64.getEncoder().encodeToString(key.material()), SealedRow.key(key.keyId()));
    }

    private static KeyProfile profile(Readable row) {
        Columns columns = new Columns(row);
        byte @Nullable [] publicKey = columns.optional("public_key", byte[].class);
        return new KeyProfile(
                columns.text("key_id"),
                new MerchantId(columns.uuid("merchant_id")),
                columns.text("algorithm"),
                publicKey == null ? null : Base64.getEncoder().encodeToString(publicKey),
                columns.instant("not_before"),
                columns.optional("not_after", Instant.class),
                columns.optional("revoked_at", Instant.class),
                MerchantRows.keyRateLimit(columns),
                columns.instant("created_at"));
    }

    private static AuditLine line(String action, KeyProfile key) {
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        detail.put("merchant_id", key.merchantId().toString());
        detail.put("algorithm", key.algorithm());
        detail.put("public_key", key.publicKey());
        detail.put("not_before", key.notBefore().toString());
        detail.put("not_after", key.notAfter() == null ? null : key.notAfter().toString());
        return new AuditLine(action, key.keyId(), detail);
    }
}
