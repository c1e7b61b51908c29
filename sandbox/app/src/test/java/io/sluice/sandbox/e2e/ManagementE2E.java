package io.sluice.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.story.PaymentOrder;
import io.sluice.sandbox.story.PaymentRun;
import io.sluice.sandbox.story.PaymentWatcher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What each app's management port tells, held against docs/observability.md. */
class ManagementE2E {
    private static final Place PLACE = SandboxFixture.place();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void somethingHappens() throws IOException {
        List.of("approved", "silent").parallelStream().forEach(ManagementE2E::pay);
        sendWhatIsNoHttp();
    }

    private static void sendWhatIsNoHttp() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), PLACE.port(Port.EDGE))) {
            socket.getOutputStream().write("this is no request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains(" 400 ");
        }
    }

    @ParameterizedTest
    @EnumSource(names = ".*_MANAGEMENT", mode = EnumSource.Mode.MATCH_ALL)
    void metricsAreThoseThatAreDocumented(Port app) {
        Map<String, String> documented = DocumentedMetrics.of(app);

        Map<String, String> exposed =
                DocumentedMetrics.exposed(get(app, "/metrics").body());

        assertThat(exposed).containsAllEntriesOf(documented);
        assertThat(exposed.keySet().stream().filter(name -> name.startsWith("sluice_")))
                .as("none that nobody explains")
                .isSubsetOf(documented.keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "EDGE_MANAGEMENT, store",
        "CALLBACK_MANAGEMENT, store",
        "LEDGER_MANAGEMENT, store kafka journal",
        "NOTIFIER_MANAGEMENT, store kafka notifier"
    })
    void readinessAsksWhatTheAppNeeds(Port app, String asked) {
        assertAllUp(get(app, "/health/ready"), "readinessState " + asked);
    }

    @ParameterizedTest
    @EnumSource(names = ".*_MANAGEMENT", mode = EnumSource.Mode.MATCH_ALL)
    void livenessAsksNothingOutside(Port app) {
        assertAllUp(get(app, "/health/live"), "livenessState");
    }

    private static void assertAllUp(HttpResponse<String> health, String names) {
        assertThat(health.statusCode()).isEqualTo(200);
        JsonNode report = Json.read(health.body());
        assertThat(Json.text(report, "status")).isEqualTo("UP");
        assertThat(report.path("components").propertyNames()).containsExactlyInAnyOrder(names.split(" "));
        assertThat(report.path("components"))
                .allMatch(component -> Json.text(component, "status").equals("UP"));
    }

    private static void pay(String outcome) {
        var order = new PaymentOrder("seen-" + UUID.randomUUID(), 300, "CNY", "wechat_native", outcome, null, null);
        new PaymentRun(PLACE, PaymentWatcher.SILENT).pay(order, Duration.ofSeconds(60));
    }

    private static HttpResponse<String> get(Port app, String path) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(PLACE.url(app) + path)).build();
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
