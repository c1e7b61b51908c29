package io.sluice.core.event.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the readers of the topic show of themselves, one set a group for the life of the stream. */
final class ReaderMeters {

    private final MeterRegistry registry;
    private final Map<String, Group> groups = new ConcurrentHashMap<>();

    ReaderMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    Group of(String group) {
        return groups.computeIfAbsent(group, name -> new Group(registry, name));
    }

    static final class Group {

        private final AtomicLong unfetched = new AtomicLong();
        private final AtomicLong unacknowledged = new AtomicLong();
        private final Counter skipped;

        private Group(MeterRegistry registry, String name) {
            Gauge.builder("sluice.consumer.lag", this, Group::lag)
                    .description("Published events that this instance's share of the group has not acknowledged")
                    .tag("group", name)
                    .register(registry);
            skipped = Counter.builder("sluice.consumer.skipped")
                    .description("Records that are not events of ours")
                    .tag("group", name)
                    .register(registry);
        }

        /** A new session: what the last one had open is delivered again. */
        void reset() {
            unfetched.set(0);
            unacknowledged.set(0);
        }

        void unfetched(long records) {
            unfetched.set(records);
        }

        void received(int records) {
            unacknowledged.addAndGet(records);
        }

        void acknowledged(int records) {
            unacknowledged.accumulateAndGet(records, (open, done) -> Math.max(0, open - done));
        }

        void skipped() {
            skipped.increment();
        }

        private double lag() {
            return unfetched.get() + unacknowledged.get();
        }
    }
}
