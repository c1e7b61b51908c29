package io.sluice.core.event.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.event.EventDatabase;
import io.sluice.core.event.EventRelay;
import io.sluice.core.event.EventWriters;
import io.sluice.core.event.Published;
import io.sluice.core.event.r2dbc.R2dbcRelayTurns;
import io.sluice.sandbox.servers.FaultProxy;
import io.sluice.sandbox.servers.TestServers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class RelayToKafkaIT {

    private static final String POSITION = "select coalesce(max(position), 0) from sluice.relay_position";

    private final EventDatabase database = EventDatabase.fresh();
    private final KafkaEvents kafka = KafkaEvents.throughTheProxy(3, Duration.ofSeconds(2));
    private final FaultProxy proxy = TestServers.kafkaProxy();
    private final Published published = new Published();
    private final EventRelay relay =
            new EventRelay(new R2dbcRelayTurns(database.factory()), kafka.publisher(), new SimpleMeterRegistry());
    private Disposable reader;

    @BeforeEach
    void start() {
        reader = kafka.stream()
                .batches("reader")
                .concatMap(batch ->
                        Mono.fromRunnable(() -> published.add(batch.events())).then(batch.acknowledge()))
                .subscribe();
        relay.start();
    }

    @AfterEach
    void stop() {
        proxy.heal();
        relay.stop().block(Duration.ofSeconds(20));
        reader.dispose();
        kafka.close();
    }

    @Test
    void losesAndReordersNothingWhileTheBrokerIsAway() {
        try (EventWriters _ = new EventWriters(database, 40).start(4, System.nanoTime())) {
            untilPublished(100);
            proxy.refuse();
            aWhile(Duration.ofSeconds(2));
            String position = database.one(POSITION);
            aWhile(Duration.ofSeconds(1));
            assertThat(database.one(POSITION)).isEqualTo(position);
            proxy.heal();
            untilPublished(100);
            cutThreeTimes();
            proxy.loseAnswers();
            aWhile(Duration.ofSeconds(1));
            proxy.heal();
            untilPublished(100);
            TestServers.kafka().stop();
            aWhile(Duration.ofSeconds(1));
            TestServers.kafka().start();
            untilPublished(100);
        }
        published.isWhatWasCommitted(database);
    }

    private void cutThreeTimes() {
        for (int i = 0; i < 3; i++) {
            proxy.cut();
            untilPublished(20);
        }
    }

    private void untilPublished(int more) {
        int before = published.size();
        Published.await(Duration.ofSeconds(30), () -> published.size() >= before + more);
    }

    /** The fault lasts that long; nothing is waited for. */
    private static void aWhile(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Published.await(time.multipliedBy(2), () -> System.nanoTime() > end);
    }
}
