package io.sluice.core.webhook.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.Await;
import io.sluice.core.audit.Actor;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.core.merchant.model.InvalidFieldException;
import io.sluice.core.merchant.model.NewMerchant;
import io.sluice.core.merchant.model.RateLimit;
import io.sluice.core.merchant.r2dbc.ConfigurationDatabase;
import io.sluice.core.merchant.r2dbc.R2dbcMerchantAdministration;
import io.sluice.core.secret.Vault;
import io.sluice.core.webhook.WebhookEndpoints;
import io.sluice.core.webhook.model.IssuedSecret;
import io.sluice.core.webhook.model.NewWebhookEndpoint;
import io.sluice.core.webhook.model.WebhookEndpoint;
import io.sluice.core.webhook.model.WebhookEndpointChange;
import io.sluice.core.webhook.model.WebhookPolicy;
import io.sluice.core.webhook.model.WebhookSecret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class R2dbcWebhookEndpointsIT {

    private static final Actor SHOP = new Actor("the merchant itself");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String URL = "https://shop.example/hook";

    @TempDir
    private static Path folder;

    private static ConfigurationDatabase database;
    private static Vault vault;
    private static WebhookEndpoints endpoints;

    private MerchantId merchant;

    @BeforeAll
    static void start() {
        database = ConfigurationDatabase.fresh();
        Path keyset = folder.resolve("keyset.json");
        Vault.createKeyset(keyset);
        vault = Vault.open(keyset);
        endpoints = new R2dbcWebhookEndpoints(
                database.connections(), vault, new WebhookPolicy(false), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @BeforeEach
    void createMerchant() {
        merchant = new R2dbcMerchantAdministration(database.connections())
                .create(SHOP, new NewMerchant("Tea House", false, new RateLimit(1, 1), List.of()))
                .as(Await::value)
                .id();
    }

    @Test
    void createsChangesAndDeletesAnEndpoint() {
        WebhookEndpoint made = create(1).endpoint();
        assertThat(endpoints.find(merchant, made.id()).block()).isEqualTo(made);
        assertThat(made.enabled()).isTrue();

        var change = new WebhookEndpointChange(null, List.of("payment.failed"), false);
        WebhookEndpoint changed =
                endpoints.update(SHOP, merchant, made.id(), change).as(Await::value);
        assertThat(changed.url()).isEqualTo(URL);
        assertThat(changed.eventTypes()).containsExactly("payment.failed");
        assertThat(changed.enabled()).isFalse();

        endpoints.delete(SHOP, merchant, made.id()).as(Await::value);
        assertThat(endpoints.list(merchant).collectList().block()).isEmpty();
    }

    @Test
    void belongsToItsMerchantAlone() {
        WebhookEndpointId id = create(1).endpoint().id();
        MerchantId stranger = MerchantId.next();
        assertThat(endpoints.find(stranger, id).blockOptional()).isEmpty();
        assertThat(endpoints.delete(SHOP, stranger, id).blockOptional()).isEmpty();
        assertThat(endpoints.rotateSecret(SHOP, stranger, id, secret(2)).blockOptional())
                .isEmpty();
        assertThat(endpoints.find(merchant, id).block()).isNotNull();
    }

    @Test
    void givesTheNotifierBothSecretsForADayAfterARotation() {
        WebhookEndpointId id = create(1).endpoint().id();
        endpoints.rotateSecret(SHOP, merchant, id, secret(2)).as(Await::value);

        String sealed = database.query("select encode(sealed_secrets, 'hex') from sluice.webhook_endpoint_config"
                        + " where endpoint_id = '" + id.value() + "'")
                .getFirst();
        assertThat(vault.open(HexFormat.of().parseHex(sealed), "webhook_endpoint:" + id))
                .isEqualTo("[{\"secret\":\"" + secret(2).text() + "\",\"expires_at\":null},{\"secret\":\""
                        + secret(1).text() + "\",\"expires_at\":\"2026-01-02T12:00:00Z\"}]");
    }

    @Test
    void writesNoSecretAnywhereInTheClear() {
        WebhookEndpointId id = create(3).endpoint().id();
        endpoints.rotateSecret(SHOP, merchant, id, secret(4)).as(Await::value);
        assertThat(database.dump())
                .contains("webhook_endpoint.rotate_secret")
                .doesNotContain("whsec_")
                .doesNotContain(ConfigurationDatabase.shapesOf(secret(3).text()))
                .doesNotContain(ConfigurationDatabase.shapesOf(secret(4).text()));
    }

    @Test
    void refusesWhatCannotBeAndTooMany() {
        assertThatThrownBy(() -> endpoints
                        .create(SHOP, merchant, new NewWebhookEndpoint("http://shop.example", List.of(), secret(1)))
                        .block())
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("https://");
        for (int i = 0; i < WebhookEndpoints.MAX; i++) {
            create(i);
        }
        assertThatThrownBy(() -> create(99)).hasMessageContaining("delete one first");
    }

    private IssuedSecret create(int i) {
        return endpoints
                .create(SHOP, merchant, new NewWebhookEndpoint(URL, List.of(), secret(i)))
                .as(Await::value);
    }

    private static WebhookSecret secret(int i) {
        byte[] bytes = new byte[32];
        bytes[31] = (byte) i;
        return WebhookSecret.of(bytes);
    }
}
