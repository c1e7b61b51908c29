package io.sluice.core.event.kafka;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The threads between Kafka's own and the rest of the process. */
final class KafkaThreads {

    /** Clients are made and closed here: that resolves names, loads classes and waits for threads to end. */
    static final Scheduler BLOCKING = Schedulers.newBoundedElastic(8, 1_000, "sluice-kafka", 60, true);

    /** What Kafka says is handed on here, so that nobody works on its network and poll threads. */
    static final Scheduler RESULTS = Schedulers.newParallel("sluice-events", 2, true);

    private KafkaThreads() {}
}
