package io.sluice.compare.contestant;

import io.sluice.sandbox.place.SandboxException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Kafka's topics for contestants that do not make theirs: as many partitions as Sluice's. */
final class Topics {
    private static final int PARTITIONS = 12;

    private Topics() {}

    /** @return its name */
    static String create(String bootstrap, String contestant) {
        String topic = contestant + ".payment-events";
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
            return topic;
        } catch (ExecutionException e) {
            throw new SandboxException("Kafka did not make the topic " + topic + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while Kafka made the topic " + topic, e);
        }
    }
}
