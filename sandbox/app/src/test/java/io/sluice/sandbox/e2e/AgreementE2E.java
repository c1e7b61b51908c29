package io.sluice.sandbox.e2e;

import static io.sluice.sandbox.e2e.DemoShop.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.place.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Payers who agree once to be charged again, from the merchant's request to UnionPay and back. */
class AgreementE2E {

    private static final String ALL = "/v1/agreements";
    private static final String CARD = "6216261000000000018";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String key = UUID.randomUUID().toString();

    @Test
    void aPayerAgreesAndTheMerchantRevokes() {
        HttpResponse<String> made = sign();
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).doesNotContain(CARD, "13800001234").contains("621626*********0018");
        JsonNode pending = Json.read(made.body());
        assertThat(Json.text(pending.path("next_action"), "type")).isEqualTo("sms_code");
        assertThat(Json.text(Json.read(sign().body()), "id")).as("the same key").isEqualTo(id(pending));

        assertThat(state(confirm(id(pending), "111111"))).isEqualTo("ACTIVE");
        assertThat(post(id(pending), "/confirm", "{\"code\":\"111111\"}").statusCode())
                .isEqualTo(409);
        assertThat(state(Json.read(post(id(pending), "/revoke", "").body()))).isEqualTo("REVOKED");
        assertThat(post(id(pending), "/revoke", "").statusCode()).isEqualTo(200);
    }

    @Test
    void theThirdWrongCodeIsTheLast() {
        String id = id(Json.read(sign().body()));
        JsonNode first = confirm(id, "999999");
        assertThat(state(first)).isEqualTo("PENDING");
        assertThat(first.path("code_tries_left").asInt()).isEqualTo(2);
        assertThat(state(confirm(id, "222222"))).isEqualTo("PENDING");
        assertThat(state(confirm(id, "999999"))).isEqualTo("FAILED");
        assertThat(post(id, "/confirm", "{\"code\":\"111111\"}").statusCode()).isEqualTo(409);
    }

    /** A code whose answer was lost is asked about until it is known. */
    @Test
    void whatNobodyAnsweredIsFoundOut() {
        String id = id(Json.read(sign().body()));
        assertThat(post(id, "/confirm", "{\"code\":\"444444\"}").statusCode()).isEqualTo(202);
        assertThat(eventually(id, "ACTIVE")).isEqualTo("ACTIVE");
    }

    private HttpResponse<String> sign() {
        String wanted = "{\"method\":\"unionpay_agreement\",\"card\":{\"number\":\"" + CARD
                + "\",\"expiry\":\"2031-12\"},\"phone\":\"13800001234\"}";
        return CLIENT.send(CLIENT.signed("POST", ALL, Map.of("Idempotency-Key", key), wanted));
    }

    private static JsonNode confirm(String id, String code) {
        return Json.read(post(id, "/confirm", "{\"code\":\"" + code + "\"}").body());
    }

    private static HttpResponse<String> post(String id, String what, String body) {
        return CLIENT.send(CLIENT.signed("POST", ALL + "/" + id + what, Map.of(), body));
    }

    private static String eventually(String id, String wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String state = state(CLIENT.get(ALL + "/" + id));
        while (!state.equals(wanted) && System.nanoTime() < deadline) {
            state = state(CLIENT.get(ALL + "/" + id));
        }
        return state;
    }

    private static String id(JsonNode agreement) {
        return Json.text(agreement, "id");
    }

    private static String state(JsonNode agreement) {
        return Json.text(agreement, "state");
    }
}
