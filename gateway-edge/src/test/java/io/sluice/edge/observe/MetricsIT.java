package io.sluice.edge.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.core.observe.Metrics;
import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.SignedClient;
import io.sluice.sandbox.servers.FaultProxy;
import io.sluice.sandbox.servers.TestServers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Metrics and health on the management port. */
class MetricsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static FaultProxy postgres;

    @SuppressWarnings("NullAway.Init")
    private static EdgeFixture edge;

    @SuppressWarnings("NullAway.Init")
    private static SignedClient client;

    @BeforeAll
    static void start() {
        postgres = TestServers.proxyTo(TestServers.postgres());
        edge = EdgeFixture.start(Map.of("sluice.postgres.port", postgres.port()));
        client = edge.client();
    }

    @AfterAll
    static void stop() {
        edge.close();
        postgres.close();
    }

    @Test
    void theDocumentAndTheAppNameTheSameMetrics() {
        client.pay("paid");
        edge.raw("NONSENSE\r\n\r\n");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Metrics.exposed(scrape())).isEqualTo(Metrics.documented("edge")));
    }

    @Test
    void requestsAreCountedByRouteAndProblemAndNeverByPath() {
        client.get("/v1/payments/pay_1");
        client.get("/v1/" + UUID.randomUUID());
        String key = UUID.randomUUID().toString();
        client.post("/v1/payments", "{}", "Idempotency-Key", key);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(requestLines())
                        .contains("uri=\"/v1/payments/{id}\"", "problem=\"payment_not_found\"")
                        .contains("outcome=\"CLIENT_ERROR\"", "problem=\"field_missing\"")
                        .doesNotContain("pay_1", key, "/metrics", "/health", "exception="));
        assertThat(requestLines().lines().filter(line -> line.contains("_bucket") && line.contains("field_missing")))
                .hasSizeBetween(5, 20);
    }

    @Test
    void aPaymentIsTimedInEveryStep() {
        client.pay("declined");
        String scrape = scrape();
        for (String step : new String[] {"accept", "submit", "conclude"}) {
            assertThat(scrape).containsPattern("sluice_payment_step_seconds_count\\{.*step=\"" + step + "\".*} [1-9]");
        }
        assertThat(scrape)
                .containsPattern("sluice_channel_call_seconds_count\\{.*outcome=\"declined\".*} 1")
                .containsPattern("sluice_channel_breakers\\{.*state=\"closed\".*} 1")
                .containsPattern("sluice_gather_batch_size_sum\\{.*} [1-9]");
    }

    @Test
    void withoutPostgresqlItIsNotReadyAndLivesOn() {
        assertThat(edge.management("/health/ready").statusCode()).isEqualTo(200);
        postgres.stall();
        try {
            await().atMost(PATIENCE)
                    .until(() -> edge.management("/health/ready").statusCode() == 503);
            long begunNanos = System.nanoTime();
            assertThat(edge.management("/health/ready").body()).contains("\"store\"", "DOWN");
            assertThat(Duration.ofNanos(System.nanoTime() - begunNanos)).isLessThan(Duration.ofSeconds(10));
            assertThat(edge.management("/health/live").statusCode()).isEqualTo(200);
        } finally {
            postgres.heal();
        }
        await().atMost(PATIENCE).until(() -> edge.management("/health/ready").statusCode() == 200);
        assertThat(edge.raw("GET /health/ready HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    private static String requestLines() {
        return scrape().lines()
                .filter(line -> line.startsWith("http_server_requests"))
                .reduce("", (all, line) -> all + line + "\n");
    }

    private static String scrape() {
        return edge.management("/metrics").body();
    }
}
