package io.sluice.core.event.kafka;

import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Loads those of Kafka's classes that read files when they are first used. Met on a thread that may not block, such a
 * class would fail there and then stay unusable for the life of the process.
 */
public final class KafkaWarmUp {

    private KafkaWarmUp() {}

    /** To be called on the main thread, before events are read or published. */
    public static void run() {
        AppInfoParser.getVersion();
        KafkaThreads.RESULTS.init();
        KafkaThreads.BLOCKING.init();
    }
}
