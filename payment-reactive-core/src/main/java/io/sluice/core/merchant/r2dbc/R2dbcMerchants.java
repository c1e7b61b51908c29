package io.sluice.core.merchant.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.merchant.model.MerchantKey;
import io.sluice.core.secret.Vault;
import io.sluice.core.secret.VaultException;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Merchants from PostgreSQL, kept in memory until the configuration's version changes. While the database is away what
 * is cached is served as it was; what is not cached fails with {@link StoreUnavailableException} within a second.
 */
public final class R2dbcMerchants implements Merchants, AutoCloseable {

    private static final int CAPACITY = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final OnDemandCache<MerchantId, Merchant> merchants;
    private final OnDemandCache<String, MerchantKey> keys;
    private final OnDemandCache<ChannelAccountId, MerchantChannelAccount> accounts;
    private final ConfigVersionWatch watch;
    private final Disposable.Swap watching = Disposables.swap();
    private volatile boolean everSeen;

    public R2dbcMerchants(ConnectionFactory connections, Vault vault) {
        DatabaseClient database = DatabaseClient.create(connections);
        MerchantRows rows = new MerchantRows(database, vault);
        this.merchants = new OnDemandCache<>(CAPACITY, id -> bounded(rows.merchant(id), id));
        this.keys = new OnDemandCache<>(CAPACITY, id -> bounded(rows.key(id), id));
        this.accounts = new OnDemandCache<>(CAPACITY, id -> bounded(rows.account(id), id));
        this.watch = new ConfigVersionWatch(database);
    }

    /** Begins to watch for changes: to be called once, before the first read. */
    public void start() {
        watching.replace(watch.versions().subscribe(version -> drop()));
    }

    @Override
    public void close() {
        watching.dispose();
    }

    @Override
    public Mono<Merchant> find(MerchantId id) {
        return merchants.get(id);
    }

    @Override
    public Mono<MerchantKey> key(String keyId) {
        return keys.get(keyId);
    }

    @Override
    public Mono<MerchantChannelAccount> account(ChannelAccountId id) {
        return accounts.get(id);
    }

    /** Whether the configuration's version was seen at least once since the start. */
    boolean everSeen() {
        return everSeen;
    }

    private void drop() {
        merchants.drop();
        keys.drop();
        accounts.drop();
        everSeen = true;
    }

    private static <T> Mono<T> bounded(Mono<T> load, Object id) {
        return load.timeout(PATIENCE)
                .onErrorMap(
                        error -> !(error instanceof VaultException),
                        error ->
                                new StoreUnavailableException("the configuration of " + id + " cannot be read", error));
    }
}
