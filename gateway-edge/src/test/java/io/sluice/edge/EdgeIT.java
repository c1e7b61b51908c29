package io.sluice.edge;

import static io.sluice.edge.fixture.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.NoServerErrors;
import io.sluice.edge.fixture.ScriptedProvider;
import io.sluice.edge.fixture.SignedClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The payment API over HTTP, on real servers. */
@ExtendWith(NoServerErrors.class)
class EdgeIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SignedClient client = EdgeFixture.shared().client();

    @Test
    void aPaymentIsMadeAndReadBack() {
        HttpResponse<String> created = client.pay("qr");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        JsonNode payment = JSON.readTree(created.body());
        assertThat(payment.at("/state").stringValue()).isEqualTo("REQUIRES_ACTION");
        assertThat(payment.at("/next_action/qr_code").stringValue()).startsWith("scripted://");
        assertThat(payment.at("/fee").intValue()).isEqualTo(9);
        assertThat(created.headers().firstValue("RateLimit")).isPresent();

        HttpResponse<String> read =
                client.get(created.headers().firstValue("Location").orElseThrow());
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(created.body());
    }

    @Test
    void aRepeatedRequestIsAnsweredAgainAndChargedOnce() {
        String key = UUID.randomUUID().toString();
        String body = SignedClient.payment("paid");
        HttpResponse<String> first = client.post("/v1/payments", body, "Idempotency-Key", key);
        int ordersAfterFirst = ScriptedProvider.ORDERS.size();
        HttpResponse<String> again = client.post("/v1/payments", body, "Idempotency-Key", key);
        HttpResponse<String> other = client.post("/v1/payments", body + " ", "Idempotency-Key", key);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(JSON.readTree(first.body()).at("/state").stringValue()).isEqualTo("SUCCEEDED");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertProblem(other, 422, "idempotency_key_reused");
        assertThat(ScriptedProvider.ORDERS).hasSize(ordersAfterFirst);
    }

    @Test
    void patienceEndsWith202AndThePaymentGoesOn() {
        String key = UUID.randomUUID().toString();
        String body = SignedClient.payment("slow");
        HttpResponse<String> accepted = client.post("/v1/payments", body, "Idempotency-Key", key, "Prefer", "wait=0");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        assertThat(JSON.readTree(accepted.body()).at("/state").stringValue()).isEqualTo("PROCESSING");
        assertProblem(client.post("/v1/payments", body, "Idempotency-Key", key), 409, "request_in_flight");

        String path = accepted.headers().firstValue("Location").orElseThrow();
        HttpRequest follow = client.signed("GET", path + "/events", "", Map.of("Accept", "text/event-stream"));
        assertThat(client.eventIds(follow, 2)).containsExactly("id:1", "id:2");
        assertThat(client.get(path).body()).contains("\"state\":\"SUCCEEDED\"");
    }

    @Test
    void aDeclineIsAnAnswerAndNotAnError() {
        HttpResponse<String> declined = client.pay("declined");
        assertThat(declined.statusCode()).isEqualTo(201);
        JsonNode payment = JSON.readTree(declined.body());
        assertThat(payment.at("/state").stringValue()).isEqualTo("FAILED");
        assertThat(payment.at("/failure/code").stringValue()).isEqualTo("declined");
        assertThat(payment.at("/attempts/0/channel_code").stringValue()).isEqualTo("51");
    }

    @Test
    void aBrowserFollowsWithATicketOnce() {
        HttpResponse<String> created = client.pay("qr");
        String path = created.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> issued = client.post(path + "/event-tickets", "");
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        String url = JSON.readTree(issued.body()).at("/url").stringValue();

        HttpRequest browser = client.unsigned(
                        "GET", url, "", Map.of("Accept", "text/event-stream", "Last-Event-ID", "1"))
                .build();
        assertThat(client.eventIds(browser, 1)).containsExactly("id:2");
        assertProblem(client.send(browser), 401, "ticket_invalid");
    }

    @Test
    void allEventsComeInPagesWithACursor() {
        client.pay("paid");
        JsonNode first = JSON.readTree(client.get("/v1/events?limit=1").body());
        assertThat(first.at("/data")).hasSize(1);
        String cursor = first.at("/next_cursor").stringValue();
        JsonNode second =
                JSON.readTree(client.get("/v1/events?limit=1&cursor=" + cursor).body());
        assertThat(second.at("/data/0/id")).isNotEqualTo(first.at("/data/0/id"));
        String id = first.at("/data/0/id").stringValue();
        assertThat(client.get("/v1/events/" + id).body()).contains(id);
    }

    @Test
    void listsAndFindsByOrder() {
        client.pay("qr");
        JsonNode page = JSON.readTree(
                client.get("/v1/payments?merchant_order_no=o-1&limit=1").body());
        assertThat(page.at("/data")).hasSize(1);
        assertThat(JSON.readTree(client.get("/v1/payments?merchant_order_no=none")
                                .body())
                        .at("/data"))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNotStrictJson() {
        assertField("{\"merchant_order_no\":\"o\",\"merchant_order_no\":\"p\"}", "json_malformed");
        assertField(valid().replace("1500", "1.9"), "field_invalid");
        assertField(valid().replace("1500", "\"100\""), "field_invalid");
        assertField(valid().replace("1500", "1e3"), "field_invalid");
        assertField(valid().replace("1500", "0"), "field_invalid");
        assertField(valid().replace("\"o-1\"", "7"), "field_invalid");
        assertField(valid().replace("\"o-1\"", "\"\\u0000\""), "field_invalid");
        assertField(valid().replace("\"o-1\"", "\"\\ud800\""), "field_invalid");
        assertField(valid().replace("\"amount\"", "\"amout\""), "field_missing");
        assertField(valid().replace("}", ",\"x\":1}"), "field_unknown");
        assertField(valid().replace("}", ",\"\\ud800\":1}"), "json_malformed");
        assertField(valid() + "{}", "json_malformed");
        assertField("[]", "json_malformed");
        assertField(valid().replace("CNY", "XXQ"), "field_invalid");
    }

    @Test
    void refusesWhatCannotBeRouted() {
        String key = UUID.randomUUID().toString();
        String usd = valid().replace("CNY", "USD");
        assertProblem(client.post("/v1/payments", usd, "Idempotency-Key", key), 422, "currency_unsupported");
        String method = valid().replace("scripted_pay", "carrier_pigeon");
        assertProblem(client.post("/v1/payments", method, "Idempotency-Key", key), 422, "method_unavailable");
    }

    @Test
    void everyErrorIsAProblem() {
        assertProblem(client.get("/v1/nothing"), 404, "not_found");
        assertProblem(
                client.send(client.unsigned("GET", "/nothing", "", Map.of()).build()), 404, "not_found");
        HttpResponse<String> wrongMethod = client.send(client.signed("DELETE", "/v1/payments", "", Map.of()));
        assertProblem(wrongMethod, 405, "method_not_allowed");
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("GET, POST");
        assertProblem(
                client.post("/v1/payments", valid(), "Idempotency-Key", "k", "Content-Type", "text/plain"),
                415,
                "media_type_unsupported");
        assertProblem(
                client.post("/v1/payments", valid(), "Idempotency-Key", "k", "Content-Encoding", "gzip"),
                415,
                "media_type_unsupported");
        assertProblem(
                client.post("/v1/payments", "\"" + "x".repeat(70_000) + "\"", "Idempotency-Key", "k"),
                413,
                "body_too_large");
        assertProblem(client.post("/v1/payments", valid()), 400, "idempotency_key_missing");
        for (String query : List.of("limt=1", "limit=0", "limit=1&limit=2", "merchant_order_no=%00", "cursor=x")) {
            assertProblem(client.get("/v1/payments?" + query), 400, "parameter_invalid");
        }
        assertProblem(client.get("/v1/payments/pay_1"), 404, "payment_not_found");
    }

    @Test
    void refusesReplaysForgeriesAndStrangers() {
        HttpRequest once = client.signed("GET", "/v1/payments", "", Map.of());
        assertThat(client.send(once).statusCode()).isEqualTo(200);
        assertProblem(client.send(once), 401, "signature_replayed");

        assertProblem(
                client.send(client.unsigned("GET", "/v1/payments", "", Map.of()).build()), 401, "signature_missing");
        HttpRequest signed = client.signed("GET", "/v1/payments?limit=1", "", Map.of());
        Map<String, String> stolen = new HashMap<>();
        List.of("Signature", "Signature-Input")
                .forEach(name ->
                        stolen.put(name, signed.headers().firstValue(name).orElseThrow()));
        HttpResponse<String> forged = client.send(
                client.unsigned("GET", "/v1/payments?limit=2", "", stolen).build());
        assertProblem(forged, 401, "signature_invalid");
        assertThat(forged.body()).contains("expected_signature_base").contains("?limit=2");
    }

    private static String valid() {
        return SignedClient.payment("qr");
    }

    private void assertField(String body, String code) {
        assertProblem(
                client.post(
                        "/v1/payments",
                        body,
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                400,
                code);
    }
}
