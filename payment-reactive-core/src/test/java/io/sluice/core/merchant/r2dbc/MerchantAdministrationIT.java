package io.sluice.core.merchant.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.Await;
import io.sluice.core.audit.Actor;
import io.sluice.core.audit.AuditEntry;
import io.sluice.core.audit.r2dbc.R2dbcAuditTrail;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.ChannelCatalog;
import io.sluice.core.merchant.model.ChannelAccountChange;
import io.sluice.core.merchant.model.FeeRule;
import io.sluice.core.merchant.model.InvalidFieldException;
import io.sluice.core.merchant.model.KeyProfile;
import io.sluice.core.merchant.model.MerchantChange;
import io.sluice.core.merchant.model.MerchantProfile;
import io.sluice.core.merchant.model.NewChannelAccount;
import io.sluice.core.merchant.model.NewKey;
import io.sluice.core.merchant.model.NewMerchant;
import io.sluice.core.merchant.model.RateLimit;
import io.sluice.core.secret.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MerchantAdministrationIT {

    private static final Actor ALICE = Actor.operator("alice");
    private static final RateLimit RATE = new RateLimit(50, 100);
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private static Path folder;

    private static ConfigurationDatabase database;
    private static R2dbcMerchantAdministration merchants;
    private static R2dbcKeyAdministration keys;
    private static R2dbcChannelAccountAdministration accounts;
    private static R2dbcMerchants reads;

    @BeforeAll
    static void start() {
        database = ConfigurationDatabase.fresh();
        Path keyset = folder.resolve("keyset.json");
        Vault.createKeyset(keyset);
        Vault vault = Vault.open(keyset);
        merchants = new R2dbcMerchantAdministration(database.connections());
        keys = new R2dbcKeyAdministration(database.connections(), vault);
        accounts = new R2dbcChannelAccountAdministration(
                database.connections(), vault, new ChannelCatalog(List.of(new ToyChannel()), ToyChannel.ENVIRONMENT));
        reads = new R2dbcMerchants(database.connections(), vault);
    }

    @Test
    void createsAndChangesAMerchantWithItsFees() {
        MerchantProfile created = merchant(new FeeRule("CNY", 60, 0));
        assertThat(merchants.find(created.id()).block()).isEqualTo(created);

        MerchantProfile changed = merchants
                .update(ALICE, created.id(), new MerchantChange(null, null, false, new RateLimit(1, 2)))
                .as(Await::value);
        assertThat(changed.name()).isEqualTo(created.name());
        assertThat(changed.active()).isFalse();
        assertThat(changed.rateLimit()).isEqualTo(new RateLimit(1, 2));

        List<FeeRule> fees = List.of(new FeeRule("EUR", 0, 30), new FeeRule("JPY", 300, 10));
        assertThat(merchants.setFees(ALICE, created.id(), fees).as(Await::value).fees())
                .isEqualTo(fees);
        assertThat(reads.find(created.id()).as(Await::value).fees()).isEqualTo(fees);
    }

    @Test
    void listsMerchantsInPagesInOrderOfCreation() {
        MerchantId first = merchant().id();
        MerchantId second = merchant().id();
        MerchantId third = merchant().id();
        assertThat(merchants
                        .list(first, 2)
                        .map(MerchantProfile::id)
                        .collectList()
                        .block())
                .containsExactly(second, third);
    }

    @Test
    void recordsEveryChangeAndMovesTheVersionOnce() {
        long before = database.configVersion();
        MerchantId id = merchant(new FeeRule("CNY", 60, 0)).id();
        merchants.setFees(ALICE, id, List.of()).as(Await::value);
        keys.register(ALICE, id, key("audited-key", "ed25519", "spki")).as(Await::value);
        keys.revoke(ALICE, id, "audited-key").as(Await::value);

        assertThat(database.configVersion()).isEqualTo(before + 4);
        assertThat(trail().stream().limit(4).map(AuditEntry::action))
                .containsExactly("key.revoke", "key.register", "merchant.fees", "merchant.create");
        assertThat(trail().getFirst().actor()).isEqualTo("operator:alice");
        assertThat(trail().getFirst().subject()).isEqualTo("audited-key");
        assertThat(trail().get(3).detail()).contains("\"basis_points\": 60");
    }

    @Test
    void leavesNoTraceOfAChangeThatWasRefusedOrFoundNothing() {
        MerchantId id = merchant().id();
        keys.register(ALICE, id, key("taken", "ed25519", "spki")).as(Await::value);
        long version = database.configVersion();
        int entries = trail().size();

        assertThatThrownBy(() -> keys.register(ALICE, id, key("taken", "ed25519", "other"))
                        .block())
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("registered already");
        assertThat(keys.register(ALICE, MerchantId.next(), key("lost", "ed25519", "spki"))
                        .blockOptional())
                .isEmpty();
        assertThat(keys.revoke(ALICE, MerchantId.next(), "taken").blockOptional())
                .isEmpty();
        assertThat(merchants.setFees(ALICE, MerchantId.next(), List.of()).blockOptional())
                .isEmpty();

        assertThat(database.configVersion()).isEqualTo(version);
        assertThat(trail()).hasSize(entries);
    }

    @Test
    void keepsKeysWithTheirWindowAndTheirEnd() {
        MerchantId id = merchant().id();
        Instant march = Instant.parse("2026-03-01T00:00:00Z");
        keys.register(
                        ALICE,
                        id,
                        new NewKey("windowed", "ed25519", new byte[] {1, 2}, JANUARY, march, new RateLimit(3, 4)))
                .as(Await::value);

        var key = reads.key("windowed").as(Await::value);
        assertThat(key.merchantId()).isEqualTo(id);
        assertThat(key.material()).containsExactly(1, 2);
        assertThat(key.rateLimit()).isEqualTo(new RateLimit(3, 4));
        assertThat(key.validAt(JANUARY.minusNanos(1))).isFalse();
        assertThat(key.validAt(JANUARY)).isTrue();
        assertThat(key.validAt(march)).isFalse();

        KeyProfile revoked = keys.revoke(ALICE, id, "windowed").as(Await::value);
        assertThat(keys.revoke(ALICE, id, "windowed").as(Await::value).revokedAt())
                .isEqualTo(revoked.revokedAt());
    }

    @Test
    void refusesAWindowThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> new NewKey("k", "ed25519", new byte[0], JANUARY, JANUARY, null))
                .isInstanceOfSatisfying(
                        InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo("not_after"));
    }

    @Test
    void sealsASharedSecretAndOpensItForTheGateway() {
        MerchantId id = merchant().id();
        String secret = "a shared secret of 32 bytes at least";
        KeyProfile shown = keys.register(ALICE, id, key("hmac", NewKey.SHARED_SECRET, secret))
                .as(Await::value);

        assertThat(shown.publicKey()).isNull();
        assertThat(reads.key("hmac").as(Await::value).material())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(secret);
        assertThat(database.dump()).doesNotContain(ConfigurationDatabase.shapesOf(secret));
    }

    @Test
    void sealsAChannelAccountsSecretsAndNeverShowsThem() {
        MerchantId id = merchant().id();
        var created = accounts.create(ALICE, id, account("key:very-secret")).as(Await::value);

        assertThat(created.settings()).isEqualTo(Map.of("number", "4711"));
        assertThat(created.secrets()).isEqualTo(Set.of("private_key"));
        assertThat(reads.account(created.id()).as(Await::value).configuration().fields())
                .isEqualTo(Map.of("number", "4711", "private_key", "key:very-secret"));
        assertThat(reads.find(id).as(Await::value).accounts()).hasSize(1);
        assertThat(database.dump()).contains("4711").doesNotContain(ConfigurationDatabase.shapesOf("very-secret"));
    }

    @Test
    void replacesOnlyTheFieldsThatAreGiven() {
        MerchantId id = merchant().id();
        ChannelAccountId account =
                accounts.create(ALICE, id, account("key:one")).as(Await::value).id();

        var changed = accounts.update(
                        ALICE, id, account, new ChannelAccountChange(Map.of("private_key", "key:two"), null, 7))
                .as(Await::value);

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.preference()).isEqualTo(7);
        var configuration = reads.account(account).as(Await::value).configuration();
        assertThat(configuration.required("number")).isEqualTo("4711");
        assertThat(configuration.required("private_key")).isEqualTo("key:two");
    }

    @Test
    void aDisabledAccountIsNotRoutedToButStillFound() {
        MerchantId id = merchant().id();
        ChannelAccountId account =
                accounts.create(ALICE, id, account("key:one")).as(Await::value).id();
        accounts.update(ALICE, id, account, new ChannelAccountChange(Map.of(), false, null))
                .as(Await::value);

        assertThat(reads.find(id).as(Await::value).accounts()).isEmpty();
        assertThat(reads.account(account).as(Await::value).configuration().required("private_key"))
                .isEqualTo("key:one");
    }

    @Test
    void refusesAnAccountThatCouldNotWorkAndSaysWhy() {
        MerchantId id = merchant().id();
        assertRefused(id, new NewChannelAccount("cash", Map.of(), 0), "channel", "installed are [toy]");
        assertRefused(
                id,
                new NewChannelAccount("toy", Map.of("numbr", "1"), 0),
                "fields.numbr",
                "it has [number, private_key, proxy]");
        assertRefused(
                id, new NewChannelAccount("toy", Map.of("number", "1"), 0), "fields.private_key", "the key that signs");
        assertRefused(id, account("no key"), "fields", "must begin with key:");
    }

    @Test
    void aSecretMovedToAnotherRowDoesNotOpen() {
        MerchantId id = merchant().id();
        ChannelAccountId one =
                accounts.create(ALICE, id, account("key:one")).as(Await::value).id();
        ChannelAccountId two =
                accounts.create(ALICE, id, account("key:two")).as(Await::value).id();
        database.execute("update sluice.channel_account a set sealed_secrets = b.sealed_secrets"
                + " from sluice.channel_account b where a.account_id = '" + two.value() + "' and b.account_id = '"
                + one.value() + "'");
        assertThatThrownBy(() -> reads.account(two).block()).hasMessageContaining("cannot open");
        assertThat(reads.account(one).block()).isNotNull();
    }

    private static void assertRefused(MerchantId id, NewChannelAccount account, String field, String message) {
        assertThatThrownBy(() -> accounts.create(ALICE, id, account).block())
                .isInstanceOfSatisfying(
                        InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo(field))
                .hasMessageContaining(message);
    }

    private static MerchantProfile merchant(FeeRule... fees) {
        return merchants
                .create(ALICE, new NewMerchant("Tea House", true, RATE, List.of(fees)))
                .as(Await::value);
    }

    private static NewKey key(String id, String algorithm, String material) {
        return new NewKey(id, algorithm, material.getBytes(StandardCharsets.UTF_8), JANUARY, null, null);
    }

    private static NewChannelAccount account(String privateKey) {
        return new NewChannelAccount("toy", Map.of("number", "4711", "private_key", privateKey), 0);
    }

    private static List<AuditEntry> trail() {
        return new R2dbcAuditTrail(database.connections())
                .before(Long.MAX_VALUE, 1000)
                .collectList()
                .as(Await::value);
    }
}
