package io.sluice.core.merchant.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.audit.Actor;
import io.sluice.core.audit.r2dbc.AuditLine;
import io.sluice.core.audit.r2dbc.AuditedChanges;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.ChannelAccountAdministration;
import io.sluice.core.merchant.ChannelCatalog;
import io.sluice.core.merchant.model.ChannelAccountChange;
import io.sluice.core.merchant.model.ChannelAccountProfile;
import io.sluice.core.merchant.model.NewChannelAccount;
import io.sluice.core.secret.Vault;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Channel accounts in PostgreSQL, as operators keep them. */
public final class R2dbcChannelAccountAdministration implements ChannelAccountAdministration {

    private final AccountStatements statements;
    private final AuditedChanges changes;
    private final ChannelCatalog catalog;

    public R2dbcChannelAccountAdministration(ConnectionFactory connections, Vault vault, ChannelCatalog catalog) {
        this.statements = new AccountStatements(connections, vault);
        this.changes = new AuditedChanges(connections);
        this.catalog = catalog;
    }

    @Override
    public Mono<ChannelAccountProfile> create(Actor actor, MerchantId merchant, NewChannelAccount account) {
        Mono<StoredAccount> checked = offEventLoop(() -> opened(merchant, account));
        return changes.make(
                        actor,
                        checked.flatMap(statements::insert),
                        created -> line("channel_account.create", created, account.fields()))
                .map(StoredAccount::profile);
    }

    @Override
    public Flux<ChannelAccountProfile> list(MerchantId merchant) {
        return statements.list(merchant).map(StoredAccount::profile);
    }

    @Override
    public Mono<ChannelAccountProfile> find(MerchantId merchant, ChannelAccountId id) {
        return statements.find(merchant, id).map(StoredAccount::profile);
    }

    @Override
    public Mono<ChannelAccountProfile> update(
            Actor actor, MerchantId merchant, ChannelAccountId id, ChannelAccountChange change) {
        Mono<StoredAccount> updated = statements
                .findForUpdate(merchant, id)
                .flatMap(stored -> offEventLoop(() -> changed(stored, change)))
                .flatMap(statements::update);
        return changes.make(actor, updated, account -> line("channel_account.update", account, change.fields()))
                .map(StoredAccount::profile);
    }

    private StoredAccount opened(MerchantId merchant, NewChannelAccount account) {
        StoredAccount empty = new StoredAccount(
                ChannelAccountId.next(),
                merchant,
                account.channel(),
                Map.of(),
                Map.of(),
                true,
                account.preference(),
                0,
                Instant.EPOCH);
        return usable(empty.with(
                empty.fieldsWith(account.fields()),
                catalog.secretFields(account.channel()),
                true,
                account.preference()));
    }

    /** An account whose channel is gone can still be switched off; it is opened only when that could matter. */
    private StoredAccount changed(StoredAccount stored, ChannelAccountChange change) {
        boolean enabled = Objects.requireNonNullElse(change.enabled(), stored.enabled());
        int preference = Objects.requireNonNullElse(change.preference(), stored.preference());
        if (change.fields().isEmpty() && (stored.enabled() || !enabled)) {
            return stored.with(stored.fieldsWith(Map.of()), stored.secrets().keySet(), enabled, preference);
        }
        Set<String> secretNames = catalog.secretFields(stored.channel());
        return usable(stored.with(stored.fieldsWith(change.fields()), secretNames, enabled, preference));
    }

    private StoredAccount usable(StoredAccount account) {
        catalog.requireUsable(account.configuration());
        return account;
    }

    /** Parsing keys takes milliseconds and loads classes. */
    private static Mono<StoredAccount> offEventLoop(Callable<StoredAccount> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    private static AuditLine line(String action, StoredAccount account, Map<String, String> given) {
        Map<String, Object> detail = new TreeMap<>();
        detail.put("merchant_id", account.merchantId().toString());
        detail.put("channel", account.channel());
        detail.put("settings", account.settings());
        detail.put("secrets_set", new TreeSet<>(account.secrets().keySet()));
        detail.put("fields_given", new TreeSet<>(given.keySet()));
        detail.put("enabled", account.enabled());
        detail.put("preference", account.preference());
        return new AuditLine(action, account.id(), detail);
    }
}
