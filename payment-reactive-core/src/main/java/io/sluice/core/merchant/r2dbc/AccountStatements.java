package io.sluice.core.merchant.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.secret.SecretFields;
import io.sluice.core.secret.Vault;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The statements on channel accounts; transactions are the caller's. */
final class AccountStatements {

    private static final String SELECT = "select *, settings::text as settings_text from sluice.channel_account";
    private static final String INSERT =
            "insert into sluice.channel_account (account_id, merchant_id, channel, settings, sealed_secrets, preference)"
                    + " select :id, merchant_id, :channel, :settings::jsonb, :sealed, :preference"
                    + " from sluice.merchant where merchant_id = :merchant"
                    + " returning *, settings::text as settings_text";
    private static final String UPDATE =
            "update sluice.channel_account set settings = :settings::jsonb, sealed_secrets = :sealed,"
                    + " preference = :preference, enabled = :enabled, version = version + 1"
                    + " where account_id = :id and merchant_id = :merchant"
                    + " returning *, settings::text as settings_text";

    private final DatabaseClient database;
    private final Vault vault;

    AccountStatements(ConnectionFactory connections, Vault vault) {
        this.database = DatabaseClient.create(connections);
        this.vault = vault;
    }

    /** Empty when there is no such merchant. */
    Mono<StoredAccount> insert(StoredAccount account) {
        return one(bind(database.sql(INSERT), account).bind("channel", account.channel()));
    }

    Mono<StoredAccount> update(StoredAccount account) {
        return one(bind(database.sql(UPDATE), account).bind("enabled", account.enabled()));
    }

    Flux<StoredAccount> list(MerchantId merchant) {
        return database.sql(SELECT + " where merchant_id = :merchant order by preference, account_id")
                .bind("merchant", merchant.value())
                .map(row -> StoredAccount.of(row, vault))
                .all();
    }

    Mono<StoredAccount> find(MerchantId merchant, ChannelAccountId id) {
        return find(merchant, id, "");
    }

    Mono<StoredAccount> findForUpdate(MerchantId merchant, ChannelAccountId id) {
        return find(merchant, id, " for update");
    }

    private Mono<StoredAccount> find(MerchantId merchant, ChannelAccountId id, String lock) {
        return one(database.sql(SELECT + " where merchant_id = :merchant and account_id = :id" + lock)
                .bind("merchant", merchant.value())
                .bind("id", id.value()));
    }

    private GenericExecuteSpec bind(GenericExecuteSpec statement, StoredAccount account) {
        return statement
                .bind("id", account.id().value())
                .bind("merchant", account.merchantId().value())
                .bind("settings", SecretFields.write(account.settings()))
                .bind("sealed", account.sealed(vault))
                .bind("preference", account.preference());
    }

    private Mono<StoredAccount> one(GenericExecuteSpec statement) {
        return statement.map(row -> StoredAccount.of(row, vault)).one();
    }
}
