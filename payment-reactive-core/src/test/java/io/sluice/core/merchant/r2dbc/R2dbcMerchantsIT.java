package io.sluice.core.merchant.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.ConnectionFactories;
import io.sluice.core.Await;
import io.sluice.core.audit.Actor;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.model.MerchantChange;
import io.sluice.core.merchant.model.NewKey;
import io.sluice.core.merchant.model.NewMerchant;
import io.sluice.core.merchant.model.RateLimit;
import io.sluice.core.secret.Vault;
import io.sluice.sandbox.servers.FaultProxy;
import io.sluice.sandbox.servers.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class R2dbcMerchantsIT {

    private static final Actor ALICE = Actor.operator("alice");
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final ConfigurationDatabase database = ConfigurationDatabase.fresh();
    private final R2dbcMerchantAdministration administration = new R2dbcMerchantAdministration(database.connections());
    private Vault vault;
    private R2dbcMerchants merchants;

    @BeforeEach
    void start() {
        Path keyset = folder.resolve("keyset.json");
        Vault.createKeyset(keyset);
        vault = Vault.open(keyset);
        merchants = new R2dbcMerchants(database.connections(), vault);
        merchants.start();
    }

    @AfterEach
    void stop() {
        merchants.close();
    }

    @Test
    void showsAChangeByItself() {
        MerchantId id = merchant();
        assertThat(merchants.find(id).as(Await::value).active()).isTrue();

        administration
                .update(ALICE, id, new MerchantChange(null, null, false, null))
                .as(Await::value);

        within(SOON, () -> !merchants.find(id).as(Await::value).active());
    }

    @Test
    void showsARevocationAndANewKeyByItself() {
        MerchantId id = merchant();
        var keys = new R2dbcKeyAdministration(database.connections(), vault);
        assertThat(merchants.key("fresh").blockOptional()).isEmpty();

        keys.register(ALICE, id, new NewKey("fresh", "ed25519", new byte[] {1}, Instant.EPOCH, null, null))
                .as(Await::value);
        within(SOON, () -> merchants.key("fresh").blockOptional().isPresent());

        keys.revoke(ALICE, id, "fresh").as(Await::value);
        within(SOON, () -> merchants.key("fresh").as(Await::value).revokedAt() != null);
    }

    @Test
    void servesWhatItKnowsWhileTheDatabaseIsAway() {
        MerchantId known = merchant();
        MerchantId unknown = merchant();
        try (FaultProxy proxy = TestServers.proxyTo(TestServers.postgres());
                R2dbcMerchants behind = new R2dbcMerchants(
                        ConnectionFactories.get(database.where().through(proxy).r2dbcUrl()), vault)) {
            behind.start();
            within(SOON, behind::everSeen);
            assertThat(behind.find(known).block()).isNotNull();

            proxy.refuse();
            assertThat(behind.find(known).block()).isNotNull();
            assertThatThrownBy(() -> behind.find(unknown).block(SOON)).isInstanceOf(StoreUnavailableException.class);

            administration
                    .update(ALICE, known, new MerchantChange("Coffee House", null, null, null))
                    .as(Await::value);
            proxy.heal();
            within(SOON, () -> behind.find(known).as(Await::value).name().equals("Coffee House"));
            assertThat(behind.find(unknown).block()).isNotNull();
        }
    }

    private MerchantId merchant() {
        return administration
                .create(ALICE, new NewMerchant("Tea House", false, new RateLimit(10, 10), List.of()))
                .as(Await::value)
                .id();
    }

    private static void within(Duration limit, BooleanSupplier condition) {
        Instant end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
