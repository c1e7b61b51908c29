package io.sluice.compare.contestant;

import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.load.LoadMerchants;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.PrivateFiles;
import java.nio.file.Path;

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
        String at = "/admin/merchants/" + merchant("Compare");
        registerKey(at);
        account(at, "stub", ground.stub().url());
        if (webhooks) {
            management.post(
                    at + "/webhook_endpoints",
                    Json.object().put("url", ground.stub().url() + "/hooks"));
        }
    }

    /** Some with a key each that is cheap to sign with, which are written to the file; the first has the run's key too. */
    void seed(int merchants, Path keys) {
        var lines = new StringBuilder();
        for (int i = 1; i <= merchants; i++) {
            String merchant = merchant("Load " + i);
            String at = "/admin/merchants/" + merchant;
            if (i == 1) {
                registerKey(at);
            }
            account(at, "stub", ground.stub().url());
            account(at, "stub_other", ground.stub().otherUrl());
            lines.append(LoadMerchants.newKey(management, merchant)).append('\n');
        }
        PrivateFiles.write(keys, lines.toString());
    }

    private void registerKey(String at) {
        var key = Json.object()
                .put("key_id", ground.merchant().keyId())
                .put("algorithm", SignatureAlgorithm.RSA_V1_5_SHA256.wireName())
                .put("public_key", ground.merchant().key().verificationText());
        management.post(at + "/keys", key);
    }

    private void account(String at, String channel, String url) {
        var account = Json.object().put("channel", channel).put("preference", 0);
        account.putObject("fields")
                .put("base_url", url)
                .put("public_key", ground.channelKey().verificationText());
        management.post(at + "/channel_accounts", account);
    }

    private String merchant(String name) {
        var merchant = Json.object().put("name", name).put("test_mode", false);
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
