package io.sluice.sandbox.run;

import io.sluice.edge.signature.key.GeneratedKey;
import io.sluice.edge.signature.key.KeyGeneration;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.client.SimulatorClient;
import io.sluice.sandbox.place.DemoMerchant;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.shop.WebhookReceiver;
import io.sluice.sandbox.simulators.wechat.MerchantCredentials;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Makes the demo merchant through the operators' API, once; a later start finds it again. */
final class DemoSeed {
    private static final int PERMITS_PER_SECOND = 20_000;
    private static final int BURST = 40_000;
    private static final Map<String, Fee> FEES = Map.of(
            "CNY", new Fee(60, 0),
            "USD", new Fee(290, 30),
            "EUR", new Fee(290, 35),
            "JPY", new Fee(360, 40),
            "KWD", new Fee(290, 90));

    private final Place place;
    private final Ways ways;
    private final Management management;

    private record Fee(int basisPoints, int fixedMinor) {}

    DemoSeed(Place place, Ways ways) {
        this.place = place;
        this.ways = ways;
        this.management = new Management(place);
    }

    /**
     * @param credentials with which the simulator knows the merchant
     * @param second of his other account, which comes after the first
     * @param paypal his account there
     * @param bank his terminal there
     */
    DemoMerchant seed(
            MerchantCredentials credentials, MerchantCredentials second, PayPalAccount paypal, BankAccount bank) {
        Optional<DemoMerchant> known = DemoMerchant.of(place)
                .filter(merchant -> management.exists("/admin/merchants/" + merchant.merchantId()));
        return paidByCard(paidByPayPal(known.orElseGet(() -> create(credentials, second)), paypal), bank);
    }

    private DemoMerchant paidByCard(DemoMerchant merchant, BankAccount bank) {
        if (merchant.bankAccountId() != null) {
            return merchant;
        }
        String at = "/admin/merchants/" + merchant.merchantId() + "/channel_accounts";
        DemoMerchant paid = merchant.withBank(Json.text(management.post(at, bank.body()), "id"));
        paid.keep(place);
        return paid;
    }

    private DemoMerchant paidByPayPal(DemoMerchant merchant, PayPalAccount paypal) {
        String known = merchant.paypalAccountId();
        String at = "/admin/merchants/" + merchant.merchantId() + "/channel_accounts";
        String account = known == null ? Json.text(management.post(at, paypal.body()), "id") : known;
        SimulatorClient.paypal(place).sendWebhooksTo(place.url(Port.CALLBACK) + "/callbacks/" + account);
        DemoMerchant paid = merchant.withPayPal(account);
        paid.keep(place);
        return paid;
    }

    private DemoMerchant create(MerchantCredentials credentials, MerchantCredentials second) {
        String id = createMerchant();
        String at = "/admin/merchants/" + id;
        GeneratedKey key = KeyGeneration.generate(SignatureAlgorithm.ED25519);
        String keyId = registerKey(at, key);
        String account = Json.text(management.post(at + "/channel_accounts", account(credentials, 0)), "id");
        management.post(at + "/channel_accounts", account(second, 1));
        JsonNode endpoint = management.post(
                at + "/webhook_endpoints",
                Json.object().put("url", place.url(Port.WEBHOOK_RECEIVER) + WebhookReceiver.PATH));
        var merchant = new DemoMerchant(
                id,
                keyId,
                key.signingText(),
                account,
                null,
                null,
                Json.text(endpoint, "id"),
                Json.text(endpoint, "secret"));
        merchant.keep(place);
        return merchant;
    }

    private String createMerchant() {
        var merchant = Json.object().put("name", "Demo Shop").put("test_mode", true);
        merchant.putObject("rate_limit")
                .put("permits_per_second", PERMITS_PER_SECOND)
                .put("burst", BURST);
        var fees = merchant.putArray("fees");
        FEES.forEach((currency, fee) -> fees.addObject()
                .put("currency", currency)
                .put("basis_points", fee.basisPoints())
                .put("fixed_minor", fee.fixedMinor()));
        return Json.text(management.post("/admin/merchants", merchant), "id");
    }

    private String registerKey(String merchant, GeneratedKey key) {
        String keyId = "demo-" + UUID.randomUUID().toString().substring(0, 8);
        management.post(
                merchant + "/keys",
                Json.object()
                        .put("key_id", keyId)
                        .put("algorithm", key.algorithm().wireName())
                        .put("public_key", key.verificationText()));
        return keyId;
    }

    private JsonNode account(MerchantCredentials credentials, int preference) {
        var account = Json.object().put("channel", "wechat").put("preference", preference);
        account.putObject("fields")
                .put("app_id", credentials.appid())
                .put("merchant_id", credentials.mchid())
                .put("merchant_serial", credentials.merchantSerial())
                .put("merchant_private_key", credentials.privateKeyPem())
                .put("api_v3_key", credentials.apiV3Key())
                .put("base_url", "http://127.0.0.1:" + ways.channel())
                .put("in_doubt_seconds", "5");
        return account;
    }
}
