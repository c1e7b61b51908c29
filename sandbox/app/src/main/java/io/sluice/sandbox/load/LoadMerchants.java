package io.sluice.sandbox.load;

import io.sluice.edge.signature.key.GeneratedKey;
import io.sluice.edge.signature.key.KeyGeneration;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.place.DemoMerchant;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.PrivateFiles;
import io.sluice.sandbox.run.channel.WeChatAccounts;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who pays in a scenario, each with a key of his own for the run that is cheap to sign with. */
public final class LoadMerchants {
    private static final int PERMITS_PER_SECOND = 20_000;

    private final Place place;
    private final Management management;

    LoadMerchants(Place place) {
        this.place = place;
        this.management = new Management(place);
    }

    /** Writes the keys where the scenario reads them: a line for each merchant, the demo merchant first. */
    void writeKeys(Path file, int merchants) {
        Stream<String> ids = Stream.concat(
                Stream.of(DemoMerchant.required(place).merchantId()),
                IntStream.range(1, merchants).mapToObj(this::newMerchant));
        PrivateFiles.write(file, ids.map(this::keyOf).collect(Collectors.joining("\n", "", "\n")));
    }

    /** One who is paid by WeChat Pay, on the account that the demo merchant has there. */
    private String newMerchant(int number) {
        var merchant = Json.object().put("name", "Load " + number).put("test_mode", true);
        merchant.putObject("rate_limit")
                .put("permits_per_second", PERMITS_PER_SECOND)
                .put("burst", PERMITS_PER_SECOND);
        String id = Json.text(management.post("/admin/merchants", merchant), "id");
        management.post("/admin/merchants/" + id + "/channel_accounts", WeChatAccounts.demo(place));
        return id;
    }

    private String keyOf(String merchant) {
        return newKey(management, merchant);
    }

    /** Registers a new key for a merchant: a line of the file that scenarios read, its id and its secret. */
    public static String newKey(Management management, String merchant) {
        GeneratedKey key = KeyGeneration.generate(SignatureAlgorithm.HMAC_SHA256);
        var registered = management.post(
                "/admin/merchants/" + merchant + "/keys",
                Json.object().put("algorithm", key.algorithm().wireName()).put("secret", key.verificationText()));
        return Json.text(registered, "key_id") + " " + key.signingText();
    }
}
