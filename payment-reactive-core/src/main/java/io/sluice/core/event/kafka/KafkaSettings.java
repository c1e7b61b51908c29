package io.sluice.core.event.kafka;

/**
 * Where the events' topic is, and how it is made if it is absent.
 *
 * @param bootstrapServers {@code host:port}, several by comma
 * @param replication brokers that keep a copy of each event; from 3 on, two must have it before it counts
 */
public record KafkaSettings(String bootstrapServers, String topic, int partitions, short replication) {

    public KafkaSettings {
        if (partitions < 1 || replication < 1) {
            throw new IllegalArgumentException("the events' topic needs at least 1 partition and 1 copy, not "
                    + partitions + " and " + replication);
        }
    }
}
