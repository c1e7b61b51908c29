package io.sluice.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.edge.signature.key.KeyGeneration;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.client.MerchantSigner;
import io.sluice.sandbox.place.DemoMerchant;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A merchant, its operator and a forger, who put secrets and cards wherever they fit and where they do not. */
final class CarelessShop {
    static final String NAME = "Careless Shop";

    private final Place place;
    private final Management management;
    private final String privateKey =
            KeyGeneration.generate(SignatureAlgorithm.ED25519).signingText();
    private final String mistyped = "mistyped" + UUID.randomUUID();

    CarelessShop(Place place) {
        this.place = place;
        this.management = new Management(place);
    }

    /** What it made, and what it gave away. */
    List<Secret> blunder(String card) {
        String merchant = "/admin/merchants/"
                + Json.text(management.post("/admin/merchants", Json.object().put("name", NAME)), "id");
        JsonNode key = management.post(merchant + "/keys", Json.object().put("algorithm", "hmac-sha256"));
        var client = client(Json.text(key, "key_id"), SignatureAlgorithm.HMAC_SHA256, Json.text(key, "secret"));
        String first = createEndpoint(client);
        String endpoint = Json.text(Json.read(first), "id");
        String second = send(client, "POST", "/v1/webhook_endpoints/" + endpoint + "/rotate_secret", "");
        misregister(merchant);
        misplace(client, card);
        forge(card);
        return List.of(
                new Secret("the shared secret", Json.text(key, "secret")),
                new Secret("the endpoint's first secret", Json.text(Json.read(first), "secret")),
                new Secret("the endpoint's second secret", Json.text(Json.read(second), "secret")),
                new Secret("a private key sent as a public one", privateKey),
                new Secret("a channel's key that is none", mistyped));
    }

    private String createEndpoint(MerchantClient client) {
        String url = place.url(Port.WEBHOOK_RECEIVER) + "/careless";
        return send(
                client,
                "POST",
                "/v1/webhook_endpoints",
                Json.write(Json.object().put("url", url)));
    }

    /** Operators who paste the wrong thing. */
    private void misregister(String merchant) {
        ObjectNode key = Json.object().put("algorithm", "ed25519").put("public_key", privateKey);
        refused(() -> management.post(merchant + "/keys", key));
        var account = Json.object().put("channel", "wechat");
        account.putObject("fields").put("merchant_private_key", mistyped).put(mistyped, "a name that is none");
        refused(() -> management.post(merchant + "/channel_accounts", account));
    }

    /** Cards where there are no fields for them, and the operators' token at the merchants' door. */
    private void misplace(MerchantClient client, String card) {
        String payment = Json.write(Json.object().put("card", card).put(card, mistyped));
        assertThat(client.send(client.payment(Json.read(payment))).statusCode()).isEqualTo(400);
        assertThat(client.send(client.signed("GET", "/v1/payments?cursor=" + card, Map.of(), ""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(place.url(Port.EDGE) + "/v1/payments", "Authorization", "Bearer " + token(), card))
                .isEqualTo(401);
    }

    /** Somebody else's signature, on requests and on callbacks. */
    private void forge(String card) {
        DemoMerchant demo = DemoMerchant.required(place);
        var forger = client(demo.keyId(), SignatureAlgorithm.ED25519, privateKey);
        var request = forger.payment(Json.object().put("card", card));
        assertThat(forger.send(request).statusCode()).isEqualTo(401);
        String callbacks = place.url(Port.CALLBACK) + "/callbacks/"
                + demo.accountAt(Simulator.WECHAT).orElseThrow();
        assertThat(post(callbacks, "Wechatpay-Signature", mistyped, "{\"id\":\"" + card + "\"}"))
                .isBetween(400, 499);
    }

    private MerchantClient client(String keyId, SignatureAlgorithm algorithm, String key) {
        return new MerchantClient(new MerchantSigner(place.url(Port.EDGE), keyId, algorithm, key));
    }

    private static String send(MerchantClient client, String method, String target, String body) {
        return Json.write(MerchantClient.accepted(client.send(client.signed(method, target, Map.of(), body))));
    }

    private static void refused(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(SandboxException.class);
    }

    private static int post(String url, String header, String value, String body) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header(header, value)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token() {
        try {
            return Files.readString(place.managementToken()).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
