package io.sluice.edge.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.SignedClient;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A merchant's own endpoints over signed HTTP. */
class WebhookEndpointRoutesIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENDPOINTS = "/v1/webhook_endpoints";

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static EdgeFixture edge;

    @SuppressWarnings("NullAway.Init")
    private static SignedClient client;

    @BeforeAll
    static void start() {
        edge = EdgeFixture.start();
        client = edge.client();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void anEndpointLivesFromItsCreationToItsDeletion() {
        HttpResponse<String> created = client.post(
                ENDPOINTS, "{\"url\":\"https://shop.example/hook\",\"event_types\":[\"payment.succeeded\"]}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.headers().firstValue("Cache-Control")).contains("no-store");
        String secret = json(created).at("/secret").stringValue();
        String path = ENDPOINTS + "/" + json(created).at("/id").stringValue();
        assertThat(client.get(ENDPOINTS).body()).contains("payment.succeeded").doesNotContain("whsec_");

        HttpResponse<String> changed = send("PATCH", path, "{\"enabled\":false}");
        assertThat(json(changed).at("/enabled").booleanValue()).isFalse();
        assertThat(client.get(path).body()).isEqualTo(changed.body());

        HttpResponse<String> rotated = client.post(path + "/rotate_secret", "");
        assertThat(json(rotated).at("/secret").stringValue())
                .startsWith("whsec_")
                .isNotEqualTo(secret);

        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(client.get(path).statusCode()).isEqualTo(404);
        assertThat(edge.count("select count(*) from sluice.audit where actor like 'mer_%' and action like 'webhook%'"))
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void saysWhatIsWrong() {
        assertField(client.post(ENDPOINTS, "{\"url\":\"http://shop.example\"}"), "url");
        assertField(
                client.post(ENDPOINTS, "{\"url\":\"https://shop.example\",\"event_types\":[\"payment.paid\"]}"),
                "event_types");
        assertField(client.post(ENDPOINTS, "{\"url\":\"https://shop.example\",\"secret\":\"mine\"}"), "secret");
        assertField(client.post(ENDPOINTS, "{\"uri\":\"https://shop.example\",\"url\":\"https://a.example\"}"), "uri");
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return client.send(client.signed(method, path, body, Map.of()));
    }

    private static void assertField(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).at("/field").asString()).isEqualTo(field);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
