package io.sluice.ledger;

import static org.awaitility.Awaitility.await;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.event.kafka.KafkaEventPublisher;
import io.sluice.core.event.kafka.KafkaSettings;
import io.sluice.core.id.MerchantId;
import io.sluice.ledger.posting.r2dbc.PostgresBooks;
import io.sluice.sandbox.servers.Database;
import io.sluice.sandbox.servers.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.function.client.WebClient;

/** A database and a topic of its own, and ledger writers over them. */
final class LedgerStack implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GROUP = "ledger-writer";

    final KafkaSettings settings =
            new KafkaSettings(TestServers.kafka().bootstrapServers(), "events-" + UUID.randomUUID(), 6, (short) 1);
    private final Database database = TestServers.freshDatabase();
    private final KafkaEventPublisher publisher = new KafkaEventPublisher(settings);
    private final PostgresBooks books = new PostgresBooks(database);

    /** An instance that reaches its database and Kafka as given. */
    ConfigurableApplicationContext startOver(Database reached, String bootstrapServers) {
        return LedgerApp.start(Map.of(
                "SLUICE_POSTGRES_HOST", reached.host(),
                "SLUICE_POSTGRES_PORT", reached.port(),
                "SLUICE_POSTGRES_DATABASE", reached.name(),
                "SLUICE_POSTGRES_USER", reached.user(),
                "SLUICE_KAFKA_BOOTSTRAP", bootstrapServers,
                "SLUICE_EVENTS_TOPIC", settings.topic(),
                "SLUICE_EVENTS_PARTITIONS", settings.partitions(),
                "SLUICE_LEDGER_MANAGEMENT_PORT", TestServers.freePort()));
    }

    ConfigurableApplicationContext start() {
        return startOver(database, settings.bootstrapServers());
    }

    Database database() {
        return database;
    }

    PostgresBooks books() {
        return books;
    }

    void publish(List<PaymentEvent> events) {
        publisher.publish(events).block(PATIENCE);
    }

    void awaitDue(MerchantId merchant, long minor) {
        await().atMost(PATIENCE).until(() -> books.due(merchant, "CNY") == minor);
    }

    /** Until every record of the topic is acknowledged by the group. */
    void awaitAcknowledged(long records) {
        await().atMost(PATIENCE).until(() -> acknowledged() == records);
    }

    private long acknowledged() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(offset -> offset.getKey().topic().equals(settings.topic()))
                    .mapToLong(offset -> offset.getValue().offset())
                    .sum();
        }
    }

    /** Sets the group back to the beginning, as if nothing had been acknowledged. */
    void forgetAcknowledgements() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            for (int partition = 0; partition < settings.partitions(); partition++) {
                TopicPartition of = new TopicPartition(settings.topic(), partition);
                admin.alterConsumerGroupOffsets(GROUP, Map.of(of, new OffsetAndMetadata(0)))
                        .all()
                        .get();
            }
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers()));
    }

    /** What the management port answers. */
    static String get(ConfigurableApplicationContext app, String path) {
        String port = app.getEnvironment().getRequiredProperty("local.server.port");
        return WebClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .exchangeToMono(answer -> answer.bodyToMono(String.class))
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    @Override
    public void close() {
        publisher.close();
        books.close();
    }
}
