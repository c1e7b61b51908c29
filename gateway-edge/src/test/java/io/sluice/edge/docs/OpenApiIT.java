package io.sluice.edge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.SignedClient;
import io.sluice.edge.http.RouteTable;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API says what the running edge does. */
class OpenApiIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static EdgeFixture edge;
    private static ApiDescription description;

    @BeforeAll
    static void start() {
        edge = EdgeFixture.start();
        HttpResponse<String> served = get("/openapi.yaml");
        assertThat(served.statusCode()).isEqualTo(200);
        description = ApiDescription.parse(served.body());
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void describesEveryRouteAndNoOther() {
        Map<String, Set<String>> running =
                new TreeMap<>(edge.app().getBean(RouteTable.class).methodsByPattern());
        running.keySet().removeIf(pattern -> !pattern.startsWith("/v1/"));
        assertThat(description.methodsByPath()).isEqualTo(running);
    }

    @Test
    void describesWhatIsAnswered() {
        SignedClient client = edge.client();
        JsonNode payment = holds("POST /v1/payments", 201, client.pay("paid"));
        String id = "/v1/payments/" + payment.at("/id").stringValue();
        holds("GET /v1/payments", 200, client.get("/v1/payments?limit=1"));
        holds("GET /v1/payments/{id}", 200, client.get(id));
        holds("GET /v1/payments/{id}/routing", 200, client.get(id + "/routing"));
        JsonNode events = holds("GET /v1/payments/{id}/events", 200, client.get(id + "/events"));
        holds("POST /v1/payments/{id}/cancel", 409, client.post(id + "/cancel", ""));
        JsonNode waiting = holds("POST /v1/payments", 201, client.pay("qr"));
        String cancel = "/v1/payments/" + waiting.at("/id").stringValue() + "/cancel";
        holds("POST /v1/payments/{id}/cancel", 200, client.post(cancel, ""));
        String refund = "{\"payment_id\":\"" + payment.at("/id").stringValue() + "\",\"amount\":1}";
        JsonNode refunded =
                holds("POST /v1/refunds", 201, client.post("/v1/refunds", refund, "Idempotency-Key", "k-refund"));
        holds("GET /v1/refunds", 200, client.get("/v1/refunds?limit=1"));
        holds(
                "GET /v1/refunds/{id}",
                200,
                client.get("/v1/refunds/" + refunded.at("/id").stringValue()));
        holds("GET /v1/payments/{id}/events", 200, client.get(id + "/events"));
        holds("POST /v1/payments/{id}/event-tickets", 201, client.post(id + "/event-tickets", ""));
        holds("GET /v1/events", 200, client.get("/v1/events?limit=1"));
        String event = "/v1/events/" + events.at("/data/0/id").stringValue();
        holds("GET /v1/events/{id}", 200, client.get(event));
        holds("GET /v1/methods", 200, client.get("/v1/methods"));
        String account = payment.at("/attempts/0/channel_account").stringValue();
        holds("GET /v1/channels/{id}/balance", 200, client.get("/v1/channels/" + account + "/balance"));
        holds("GET /v1/balance", 503, client.get("/v1/balance")); // neither ledger nor notifier ever ran here
        holds("GET /v1/events/{id}/deliveries", 503, client.get(event + "/deliveries"));
        holds("POST /v1/events/{id}/redeliver", 503, client.post(event + "/redeliver", ""));
    }

    /** The channel of this test signs none; {@code AgreementE2E} walks one from request to end. */
    @Test
    void describesAgreements() {
        SignedClient client = edge.client();
        String wanted = "{\"method\":\"none\",\"card\":{\"number\":\"6216261000000000018\",\"expiry\":\"2099-12\"},"
                + "\"phone\":\"13800001234\"}";
        holds("POST /v1/agreements", 422, client.post("/v1/agreements", wanted, "Idempotency-Key", "k-agreement"));
        holds("POST /v1/agreements", 400, client.post("/v1/agreements", "{}", "Idempotency-Key", "k-agreement"));
        holds("GET /v1/agreements", 200, client.get("/v1/agreements"));
        String none = "/v1/agreements/agr_01a1fcd47b3e70008e999aa1e1794550";
        holds("GET /v1/agreements/{id}", 404, client.get(none));
        holds("POST /v1/agreements/{id}/confirm", 404, client.post(none + "/confirm", "{\"code\":\"111111\"}"));
        holds("POST /v1/agreements/{id}/revoke", 404, client.post(none + "/revoke", ""));
    }

    @Test
    void describesWebhookEndpoints() {
        SignedClient client = edge.client();
        String all = "/v1/webhook_endpoints";
        JsonNode made = holds("POST " + all, 201, client.post(all, "{\"url\":\"https://shop.example/hooks\"}"));
        String one = all + "/" + made.at("/id").stringValue();
        String pattern = all + "/{id}";
        holds("GET " + all, 200, client.get(all));
        holds("GET " + pattern, 200, client.get(one));
        holds("PATCH " + pattern, 200, client.send(client.signed("PATCH", one, "{\"enabled\":false}", Map.of())));
        holds("POST " + pattern + "/rotate_secret", 200, client.post(one + "/rotate_secret", ""));
        assertThat(client.send(client.signed("DELETE", one, "", Map.of())).statusCode())
                .isEqualTo(204);
    }

    @Test
    void describesProblems() {
        SignedClient client = edge.client();
        holds("POST /v1/payments", 400, client.post("/v1/payments", "{}", "Idempotency-Key", "k-described"));
        holds("GET /v1/payments", 401, get("/v1/payments"));
        holds("GET /v1/balance", 405, client.send(client.signed("PUT", "/v1/balance", "", Map.of())));
    }

    @Test
    void canBeBrowsed() {
        assertThat(get("/docs").body()).contains("swagger-ui-bundle.js");
        assertThat(get("/docs/ui/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
    }

    /** The answer's body, which has the status and the form that the description says. */
    private static JsonNode holds(String operation, int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode body = JSON.readTree(answer.body());
        String media = answer.headers().firstValue("Content-Type").orElseThrow();
        assertThat(SchemaCheck.complaints(description, description.schema(operation, status, media), body))
                .as(operation)
                .isEmpty();
        return body;
    }

    private static HttpResponse<String> get(String path) {
        return edge.client()
                .send(edge.client().unsigned("GET", path, "", Map.of()).build());
    }
}
