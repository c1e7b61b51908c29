package io.sluice.core.merchant.r2dbc;

import io.r2dbc.spi.Readable;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.model.FeeRule;
import io.sluice.core.merchant.model.LateSuccess;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.merchant.model.MerchantKey;
import io.sluice.core.merchant.model.RateLimit;
import io.sluice.core.r2dbc.Columns;
import io.sluice.core.routing.r2dbc.RoutingRows;
import io.sluice.core.routing.rule.model.RoutingSetup;
import io.sluice.core.secret.SecretFields;
import io.sluice.core.secret.Vault;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads merchants with their secrets opened, for the gateway's own use; never for showing. */
final class MerchantRows {

    private static final String ACCOUNT =
            "select account_id, merchant_id, channel, settings::text as settings, sealed_secrets, version"
                    + " from sluice.channel_account";

    private final DatabaseClient database;
    private final Vault vault;
    private final RoutingRows routing;

    MerchantRows(DatabaseClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
        this.routing = new RoutingRows(database);
    }

    Mono<Merchant> merchant(MerchantId id) {
        return database.sql("select * from sluice.merchant where merchant_id = :id")
                .bind("id", id.value())
                .map(MerchantRows::toMerchant)
                .one()
                .flatMap(merchant -> Mono.zip(fees(id), enabledAccounts(id), routing.setup(id))
                        .map(parts -> complete(merchant, parts.getT1(), parts.getT2(), parts.getT3())));
    }

    Mono<MerchantKey> key(String keyId) {
        return database.sql("select * from sluice.merchant_key where key_id = :id")
                .bind("id", keyId)
                .map(this::toKey)
                .one();
    }

    /** Disabled accounts too: what was begun through them must still end. */
    Mono<MerchantChannelAccount> account(ChannelAccountId id) {
        return database.sql(ACCOUNT + " where account_id = :id")
                .bind("id", id.value())
                .map(this::toAccount)
                .one();
    }

    private Mono<List<MerchantChannelAccount>> enabledAccounts(MerchantId id) {
        return database.sql(ACCOUNT + " where merchant_id = :id and enabled order by preference, account_id")
                .bind("id", id.value())
                .map(this::toAccount)
                .all()
                .collectList();
    }

    private Mono<List<FeeRule>> fees(MerchantId id) {
        return database.sql("select * from sluice.fee_rule where merchant_id = :id order by currency")
                .bind("id", id.value())
                .map(MerchantRows::toFee)
                .all()
                .collectList();
    }

    static FeeRule toFee(Readable row) {
        Columns columns = new Columns(row);
        return new FeeRule(columns.text("currency"), columns.integer("basis_points"), columns.number("fixed_minor"));
    }

    private static Merchant toMerchant(Readable row) {
        Columns columns = new Columns(row);
        return new Merchant(
                new MerchantId(columns.uuid("merchant_id")),
                columns.text("name"),
                columns.flag("test_mode"),
                columns.flag("active"),
                new RateLimit(columns.integer("permits_per_second"), columns.integer("burst")),
                List.of(),
                List.of(),
                RoutingSetup.USUAL,
                lateSuccess(columns));
    }

    static LateSuccess lateSuccess(Columns columns) {
        String name = columns.text("late_success");
        return LateSuccess.of(name)
                .orElseThrow(() -> new IllegalStateException("late_success is '" + name + "', which nobody knows"));
    }

    private static Merchant complete(
            Merchant merchant, List<FeeRule> fees, List<MerchantChannelAccount> accounts, RoutingSetup routing) {
        return new Merchant(
                merchant.id(),
                merchant.name(),
                merchant.testMode(),
                merchant.active(),
                merchant.rateLimit(),
                fees,
                accounts,
                routing,
                merchant.lateSuccess());
    }

    private MerchantKey toKey(Readable row) {
        Columns columns = new Columns(row);
        return new MerchantKey(
                columns.text("key_id"),
                new MerchantId(columns.uuid("merchant_id")),
                columns.text("algorithm"),
                material(columns),
                columns.instant("not_before"),
                columns.optional("not_after", Instant.class),
                columns.optional("revoked_at", Instant.class),
                keyRateLimit(columns));
    }

    private byte[] material(Columns columns) {
        byte @Nullable [] sealed = columns.optional("sealed_secret", byte[].class);
        return sealed == null
                ? columns.bytes("public_key")
                : Base64.getDecoder().decode(vault.open(sealed, SealedRow.key(columns.text("key_id"))));
    }

    static @Nullable RateLimit keyRateLimit(Columns columns) {
        Integer permits = columns.optional("permits_per_second", Integer.class);
        return permits == null ? null : new RateLimit(permits, columns.integer("burst"));
    }

    private MerchantChannelAccount toAccount(Readable row) {
        Columns columns = new Columns(row);
        ChannelAccountId id = new ChannelAccountId(columns.uuid("account_id"));
        Map<String, String> fields = new HashMap<>(SecretFields.read(columns.text("settings")));
        fields.putAll(SecretFields.read(vault.open(columns.bytes("sealed_secrets"), SealedRow.account(id))));
        return new MerchantChannelAccount(
                new MerchantId(columns.uuid("merchant_id")),
                new AccountConfiguration(id, columns.text("channel"), Map.copyOf(fields)),
                columns.number("version"));
    }
}
