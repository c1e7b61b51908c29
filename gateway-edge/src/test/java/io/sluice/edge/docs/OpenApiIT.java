package io.sluice.edge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.SignedClient;
import io.sluice.edge.http.RouteTable;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API says what the running edge does. */
class OpenApiIT {

    private static EdgeFixture edge;
    private static Map<String, Object> document;

    @BeforeAll
    static void start() {
        edge = EdgeFixture.start();
        HttpResponse<String> served = get("/openapi.yaml");
        assertThat(served.statusCode()).isEqualTo(200);
        document = new Yaml(new SafeConstructor(new LoaderOptions())).load(served.body());
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void describesEveryRouteAndNoOther() {
        Map<String, Set<String>> described = new TreeMap<>();
        paths().forEach((path, operations) -> operations
                .keySet()
                .forEach(method ->
                        described.computeIfAbsent(path, key -> new TreeSet<>()).add(method.toUpperCase(Locale.ROOT))));
        Map<String, Set<String>> running =
                new TreeMap<>(edge.app().getBean(RouteTable.class).methodsByPattern());
        running.keySet().removeIf(pattern -> !pattern.startsWith("/v1/"));
        assertThat(described).isEqualTo(running);
    }

    @Test
    void describesPaymentsFieldByField() {
        SignedClient client = edge.client();
        String payment = client.pay("paid").body();
        var answered = JsonMapper.builder().build().readTree(payment);
        assertThat(new TreeSet<>(answered.propertyNames())).isEqualTo(propertiesOf("Payment"));
        assertThat(new TreeSet<>(answered.at("/attempts/0").propertyNames())).isEqualTo(propertiesOf("Attempt"));
        assertThat(new TreeSet<>(JsonMapper.builder()
                        .build()
                        .readTree(client.get("/v1/events?limit=1").body())
                        .at("/data/0")
                        .propertyNames()))
                .isEqualTo(propertiesOf("Event"));
    }

    @Test
    void canBeBrowsed() {
        assertThat(get("/docs").body()).contains("swagger-ui-bundle.js");
        assertThat(get("/docs/ui/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> paths() {
        return (Map<String, Map<String, Object>>) document.get("paths");
    }

    @SuppressWarnings("unchecked")
    private static Set<String> propertiesOf(String schema) {
        Map<String, Object> components = (Map<String, Object>) document.get("components");
        Map<String, Object> schemas = (Map<String, Object>) components.get("schemas");
        Map<String, Object> described = (Map<String, Object>) schemas.get(schema);
        return new TreeSet<>(((Map<String, Object>) described.get("properties")).keySet());
    }

    private static HttpResponse<String> get(String path) {
        return edge.client()
                .send(edge.client().unsigned("GET", path, "", Map.of()).build());
    }
}
