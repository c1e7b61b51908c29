package io.sluice.sandbox.e2e;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.LoggerFactory;

/**
 * A number written into every place that {@link Writings} reads. No issuer has its range, so that what stays of it in logs is no card
 * to the other tests.
 */
final class Planted implements AutoCloseable {
    private static final String NUMBER = "9999000011112222";
    private static final String TOPIC = "planted";

    private final Place place;
    private final Path journal;

    Planted(Place place) {
        this.place = place;
        this.journal = place.simulator(Simulator.BANK).resolve("planted").resolve("journal.jsonl");
        LoggerFactory.getLogger("io.sluice.planted").info("Charging {}", NUMBER);
        sql("create table planted as select convert_to('" + NUMBER + "', 'UTF8') as bytes");
        sql("do $$ begin raise log 'charging " + NUMBER + "'; end $$");
        redis("set planted " + NUMBER);
        kafka();
        webhook();
        write(journal);
    }

    CardForms card() {
        return new CardForms(NUMBER);
    }

    private void sql(String statement) {
        String url = "jdbc:postgresql://127.0.0.1:" + place.port(Port.POSTGRES) + "/sluice?user=sluice";
        try (var connection = DriverManager.getConnection(url);
                var prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Redis has the write in its log before it answers. */
    private void redis(String command) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), place.port(Port.REDIS))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().read() == '-') {
                throw new IllegalStateException("Redis refuses: " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void kafka() {
        try (var admin = Admin.create(kafkaSettings());
                var producer =
                        new KafkaProducer<>(kafkaSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            producer.send(new ProducerRecord<>(TOPIC, NUMBER.getBytes(StandardCharsets.US_ASCII)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> kafkaSettings() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + place.port(Port.KAFKA));
    }

    /** A line that is no webhook, which whoever reads the log passes over. */
    private void webhook() {
        try {
            Files.writeString(place.webhooks(), NUMBER + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, NUMBER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sql("drop table planted");
        redis("del planted");
        try (var admin = Admin.create(kafkaSettings())) {
            admin.deleteTopics(List.of(TOPIC)).all().get();
            Files.delete(journal);
        } catch (InterruptedException | ExecutionException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
