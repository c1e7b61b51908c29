package io.sluice.sandbox.run;

import io.sluice.edge.signature.key.GeneratedKey;
import io.sluice.edge.signature.key.KeyGeneration;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.place.DemoMerchant;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.run.channel.RunningChannel;
import io.sluice.sandbox.shop.WebhookReceiver;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Makes the demo merchant through the operators' API, once; a later start finds it again. */
final class DemoSeed {
    private static final int PERMITS_PER_SECOND = 20_000;
    private static final int BURST = 40_000;

    /** A hundred thousand yuan. */
    private static final long PAYOUTS_REVIEWED_ABOVE_FEN = 10_000_000;

    private static final Map<String, Fee> FEES = Map.of(
            "CNY", new Fee(60, 0),
            "USD", new Fee(290, 30),
            "EUR", new Fee(290, 35),
            "JPY", new Fee(360, 40),
            "KWD", new Fee(290, 90));

    private final Place place;
    private final Management management;

    private record Fee(int basisPoints, int fixedMinor) {}

    DemoSeed(Place place) {
        this.place = place;
        this.management = new Management(place);
    }

    /** Makes what is missing of the merchant and of its accounts at the channels. */
    void seed(Channels channels) {
        boolean isKnown = DemoMerchant.of(place)
                .filter(merchant -> management.exists("/admin/merchants/" + merchant.merchantId()))
                .isPresent();
        if (!isKnown) {
            create();
        }
        channels.forEach(this::join);
    }

    private void join(Simulator simulator, RunningChannel channel) {
        var merchant = DemoMerchant.required(place);
        String account = merchant.accountAt(simulator).orElseGet(() -> register(merchant, simulator, channel));
        channel.callBackTo(place.url(Port.CALLBACK) + "/callbacks/" + account);
    }

    /** The first of its accounts there. */
    private String register(DemoMerchant merchant, Simulator simulator, RunningChannel channel) {
        String at = "/admin/merchants/" + merchant.merchantId() + "/channel_accounts";
        String first = channel.accounts().stream()
                .map(account -> Json.text(management.post(at, account.put("channel", simulator.channel())), "id"))
                .toList()
                .getFirst();
        merchant.withAccountAt(simulator, first).keep(place);
        return first;
    }

    private void create() {
        String id = createMerchant();
        String at = "/admin/merchants/" + id;
        GeneratedKey key = KeyGeneration.generate(SignatureAlgorithm.ED25519);
        String keyId = registerKey(at, key);
        JsonNode endpoint = management.post(
                at + "/webhook_endpoints",
                Json.object().put("url", place.url(Port.WEBHOOK_RECEIVER) + WebhookReceiver.PATH));
        var merchant = new DemoMerchant(
                id, keyId, key.signingText(), Map.of(), Json.text(endpoint, "id"), Json.text(endpoint, "secret"));
        merchant.keep(place);
        management.put(
                at + "/payout_terms",
                Json.object().put("currency", "CNY").put("review_above", PAYOUTS_REVIEWED_ABOVE_FEN));
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
}
