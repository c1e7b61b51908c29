package io.sluice.compare.contestant;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;

/** Makes the merchant through the operators' API, with an account at the stub. */
final class MerchantSeed {
    private static final int PERMITS_PER_SECOND = 100_000;
    private static final int BURST = 200_000;

    private final Management management;
    private final Ground ground;

    MerchantSeed(Place place, Ground ground) {
        this.management = new Management(place);
        this.ground = ground;
    }

    /** @param webhooks whether it is told of its payments */
    void seed(boolean webhooks) {
        String at = "/admin/merchants/" + merchant();
        var key = Json.object()
                .put("key_id", ground.merchant().keyId())
                .put("algorithm", SignatureAlgorithm.RSA_V1_5_SHA256.wireName())
                .put("public_key", ground.merchant().key().verificationText());
        management.post(at + "/keys", key);
        var account = Json.object().put("channel", "stub").put("preference", 0);
        account.putObject("fields")
                .put("base_url", ground.stub().url())
                .put("public_key", ground.channelKey().verificationText());
        management.post(at + "/channel_accounts", account);
        if (webhooks) {
            management.post(
                    at + "/webhook_endpoints",
                    Json.object().put("url", ground.stub().url() + "/hooks"));
        }
    }

    private String merchant() {
        var merchant = Json.object().put("name", "Compare").put("test_mode", false);
        merchant.putObject("rate_limit")
                .put("permits_per_second", PERMITS_PER_SECOND)
                .put("burst", BURST);
        merchant.putArray("fees")
                .addObject()
                .put("currency", "CNY")
                .put("basis_points", 60)
                .put("fixed_minor", 0);
        return Json.text(management.post("/admin/merchants", merchant), "id");
    }
}
