package io.sluice.sandbox.e2e;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.run.Sandbox;
import io.sluice.sandbox.simulators.wechat.SimulatorConfig;
import io.sluice.sandbox.simulators.wechat.keys.OwnMerchant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The secrets that a sandbox is made with. */
final class KeptSecrets {
    private KeptSecrets() {}

    static List<Secret> of(Sandbox sandbox) {
        Place place = sandbox.place();
        var merchant = sandbox.merchant();
        var channel = OwnMerchant.readOrMake(
                place.simulator(Simulator.WECHAT).resolve("keys"), SimulatorConfig.DEMO_MERCHANT);
        return List.of(
                new Secret("the merchant's private key", merchant.privateKeyPem()),
                new Secret("the merchant's webhook secret", merchant.webhookSecret()),
                new Secret("the channel's private key", channel.privateKeyPem()),
                new Secret("the channel's APIv3 key", channel.apiV3Key()),
                new Secret("the operators' token", read(place.managementToken()).strip()),
                new Secret(
                        "the second operator's token", read(place.secondToken()).strip()),
                new Secret("the vault's key", vaultKey(place)));
    }

    private static String vaultKey(Place place) {
        JsonNode keyset = Json.read(read(place.vaultKeyset()));
        return Json.text(keyset.path("key").path(0).path("keyData"), "value");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
