package io.sluice.notifier;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.event.kafka.KafkaEventPublisher;
import io.sluice.core.event.kafka.KafkaSettings;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.core.secret.Vault;
import io.sluice.sandbox.servers.Database;
import io.sluice.sandbox.servers.TestServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A database with the core's schema, a topic of its own, and a vault: what the notifier stands on. */
final class Ground implements AutoCloseable {

    static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Database database = TestServers.freshDatabase();
    private final KafkaSettings kafka =
            new KafkaSettings(TestServers.kafka().bootstrapServers(), "events-of-" + database.name(), 4, (short) 1);
    private final KafkaEventPublisher publisher = new KafkaEventPublisher(kafka);
    private final Path keyset;
    private final Vault vault;
    private final Rows rows = new Rows(database);

    Ground() throws Exception {
        keyset = Files.createTempDirectory("notifier").resolve("keyset.json");
        Vault.createKeyset(keyset);
        vault = Vault.open(keyset);
    }

    Ground withCore() {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), "")
                .locations("classpath:db/migration/core")
                .defaultSchema("sluice")
                .load()
                .migrate();
        return this;
    }

    Rows rows() {
        return rows;
    }

    Database database() {
        return database;
    }

    /** A notifier on this ground that retries a hundred times as fast. */
    ConfigurableApplicationContext notifier(Map<String, Object> more) {
        return notifier(database, more);
    }

    ConfigurableApplicationContext notifier(Database through, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "sluice.postgres.host", through.host(),
                "sluice.postgres.port", through.port(),
                "sluice.postgres.database", through.name(),
                "sluice.postgres.user", through.user(),
                "sluice.kafka.bootstrap", kafka.bootstrapServers(),
                "sluice.kafka.topic", kafka.topic(),
                "sluice.kafka.partitions", kafka.partitions(),
                "sluice.vault.keyset", keyset,
                "management.server.port", 0));
        properties.putAll(Map.of(
                "sluice.webhook.allow-private",
                true,
                "sluice.webhook.backoff-scale",
                0.01,
                "sluice.webhook.timeout",
                "1500ms",
                "logging.structured.format.console",
                ""));
        properties.putAll(more);
        return NotifierApp.start(properties);
    }

    /** What a notifier's management port answers. */
    static String get(ConfigurableApplicationContext notifier, String path) throws Exception {
        String port = notifier.getEnvironment().getRequiredProperty("local.management.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /** @param secrets JSON, as the core seals it */
    WebhookEndpointId endpoint(MerchantId merchant, String url, String secrets, String... types) {
        WebhookEndpointId endpoint = WebhookEndpointId.next();
        rows.update(
                "insert into sluice.merchant (merchant_id, name, test_mode, permits_per_second, burst)"
                        + " values (?, 'Test', true, 100, 100) on conflict do nothing",
                merchant.value());
        rows.update(
                "insert into sluice.webhook_endpoint (merchant_id, endpoint_id, url, event_types, sealed_secrets)"
                        + " values (?, ?, ?, ?, ?)",
                merchant.value(),
                endpoint.value(),
                url,
                types,
                vault.seal(secrets, "webhook_endpoint:" + endpoint));
        rows.update("update sluice.config_version set version = version + 1");
        return endpoint;
    }

    WebhookEndpointId endpoint(MerchantId merchant, String url) {
        return endpoint(merchant, url, sealed(Secrets.CURRENT, null));
    }

    static String sealed(String secret, @Nullable Instant expiresAt) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("secret", secret);
        entry.put("expires_at", expiresAt == null ? null : expiresAt.toString());
        return JsonMapper.shared().writeValueAsString(List.of(entry));
    }

    void publish(List<PaymentEvent> events) {
        publisher.publish(events).block(Duration.ofSeconds(30));
    }

    List<PaymentEvent> publish(MerchantId merchant, int payments) {
        List<PaymentEvent> events = IntStream.range(0, payments)
                .mapToObj(_ -> event(merchant, "payment.succeeded"))
                .toList();
        publish(events);
        return events;
    }

    static PaymentEvent event(MerchantId merchant, String type) {
        EventId id = EventId.next();
        PaymentId payment = PaymentId.next();
        String body = """
                {"id":"%s","type":"%s","payment_id":"%s","note":"支付 \\"✓\\""}""".formatted(id, type, payment);
        return new PaymentEvent(id, type, merchant, payment, 1, Instant.now(), body, TRACEPARENT);
    }

    @Override
    public void close() {
        publisher.close();
    }
}
