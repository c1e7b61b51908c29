package io.sluice.sandbox.story;

import io.sluice.sandbox.client.MerchantClient;
import io.sluice.sandbox.method.SandboxMethod;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.SandboxException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A made-up payer who agrees to be charged again. */
public final class SandboxAgreement {
    public static final String ROUTE = "/v1/agreements";
    public static final String CARD = "6216261000000000018";
    public static final String EXPIRY = "2031-12";
    public static final String PHONE = "13800001234";

    /** The code that every simulated payer is sent. */
    public static final String CODE = "111111";

    private SandboxAgreement() {}

    /**
     * The id of a new one, where the method needs one.
     *
     * @throws SandboxException when the payer does not agree
     */
    public static Optional<String> forMethod(MerchantClient client, String method) {
        return SandboxMethod.of(method).filter(SandboxMethod::needsAgreement).map(known -> signed(client, method));
    }

    private static String signed(MerchantClient client, String method) {
        String id = Json.text(sign(client, method, CARD, EXPIRY, PHONE), "id");
        JsonNode confirmed = confirm(client, id, CODE);
        if (!Json.text(confirmed, "state").equals("ACTIVE")) {
            throw new SandboxException(
                    "the made-up payer's agreement is not active but " + Json.text(confirmed, "state"));
        }
        return id;
    }

    /** Has a payer asked. */
    public static JsonNode sign(MerchantClient client, String method, String card, String expiry, String phone) {
        var wanted = Json.object().put("method", method);
        wanted.putObject("card").put("number", card).put("expiry", expiry);
        wanted.put("phone", phone);
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return post(client, ROUTE, key, Json.write(wanted));
    }

    /** Hands a code over. */
    public static JsonNode confirm(MerchantClient client, String id, String code) {
        return post(
                client,
                ROUTE + "/" + id + "/confirm",
                Map.of(),
                Json.write(Json.object().put("code", code)));
    }

    public static JsonNode revoke(MerchantClient client, String id) {
        return post(client, ROUTE + "/" + id + "/revoke", Map.of(), "");
    }

    private static JsonNode post(MerchantClient client, String target, Map<String, String> headers, String body) {
        return MerchantClient.accepted(client.send(client.signed("POST", target, headers, body)));
    }
}
