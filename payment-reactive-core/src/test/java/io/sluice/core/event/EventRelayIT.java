package io.sluice.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.event.r2dbc.R2dbcRelayTurns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class EventRelayIT {

    private static final String KILL_THE_ACTIVE_ONE = "select pg_terminate_backend(a.pid) from pg_stat_activity a"
            + " join pg_locks l on l.pid = a.pid and l.locktype = 'advisory' and l.granted"
            + " where a.application_name = 'sluice-relay' and a.datname = current_database()";
    private static final String POSITION = "select coalesce(max(position), 0) from sluice.relay_position";

    private final Published published = new Published();
    private final List<EventRelay> relays = new ArrayList<>();
    private final Map<EventRelay, SimpleMeterRegistry> meters = new HashMap<>();
    private EventDatabase database;

    @BeforeEach
    void migrate() {
        database = EventDatabase.fresh();
    }

    @AfterEach
    void stop() {
        relays.forEach(relay -> relay.stop().block(Duration.ofSeconds(20)));
    }

    @Test
    void losesAndReordersNothingWhileWritersCompeteAndRelaysDie() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        EventPublisher publisher = events -> slowlyAndInPart(events, new Random(random.nextLong()));
        for (int i = 0; i < 3; i++) {
            relay(publisher).start();
        }
        try (EventWriters _ = new EventWriters(database, 40).start(16, seed)) {
            for (int round = 0; round < 8; round++) {
                int before = published.size();
                Published.await(Duration.ofSeconds(20), () -> published.size() > before + 20);
                killOrReplace(round, publisher);
            }
        }
        published.isWhatWasCommitted(database);
    }

    private void killOrReplace(int round, EventPublisher publisher) {
        if (round % 2 == 0) {
            assertThat(database.query(KILL_THE_ACTIVE_ONE)).hasSizeLessThanOrEqualTo(1);
        } else {
            relays.removeFirst().stop().block(Duration.ofSeconds(20));
            relay(publisher).start();
        }
    }

    private Mono<Void> slowlyAndInPart(List<PaymentEvent> events, Random random) {
        boolean fails = random.nextInt(10) == 0;
        List<PaymentEvent> through = fails ? events.subList(0, events.size() / 2) : events;
        return Mono.delay(Duration.ofMillis(random.nextInt(30)))
                .doOnNext(_ -> published.add(through))
                .then(fails ? Mono.error(new IllegalStateException("the broker gave up")) : Mono.empty());
    }

    @Test
    void movesThePositionOnlyAfterTheAcknowledgement() {
        AtomicBoolean acknowledge = new AtomicBoolean();
        EventPublisher publisher = events -> Mono.defer(() -> {
            published.add(acknowledge.get() ? events : events.subList(0, 3));
            return acknowledge.get() ? Mono.empty() : Mono.error(new IllegalStateException("in the middle"));
        });
        new EventWriters(database, 10).writeOnce();
        relay(publisher).start();
        Published.await(Duration.ofSeconds(10), () -> published.arrivals() >= 9);
        assertThat(database.one(POSITION)).isEqualTo("0");
        acknowledge.set(true);
        published.isWhatWasCommitted(database);
        awaitThePositionBehindTheLastEvent();
    }

    private void awaitThePositionBehindTheLastEvent() {
        Published.await(
                Duration.ofSeconds(30),
                () -> database.one(POSITION).equals(database.one("select max(position) from sluice.payment_event")));
    }

    @Test
    void waitsBehindATransactionInFlightAndTellsHowLong() throws Exception {
        relay(this::record).start();
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select pg_current_xact_id()");
            new EventWriters(database, 5).writeOnce();
            Published.await(Duration.ofSeconds(30), () -> gauge(relays.getFirst(), "sluice.relay.lag") > 0.5);
            assertThat(published.size()).isZero();
            connection.commit();
        }
        published.isWhatWasCommitted(database);
    }

    @Test
    void oneIsActiveAndAStoppedOneHandsOverAtOnce() {
        EventRelay first = relay(this::record);
        first.start();
        Published.await(Duration.ofSeconds(30), () -> isActive(first));
        EventRelay second = relay(this::record);
        second.start();
        first.stop().block(Duration.ofSeconds(30));
        assertThat(isActive(first)).isFalse();
        Published.await(Duration.ofSeconds(30), () -> isActive(second));
        new EventWriters(database, 5).writeOnce();
        second.nudge();
        published.isWhatWasCommitted(database);
        second.stop().block(Duration.ofSeconds(30));
        first.start();
        Published.await(Duration.ofSeconds(30), () -> isActive(first));
    }

    @Test
    void goesOnAboveItsPositionInAClusterWhoseTransactionsCountAnew() {
        relay(this::record).start();
        new EventWriters(database, 5).writeOnce();
        published.isWhatWasCommitted(database);
        // A relay that is stopped before it has noted what it published would publish it again.
        awaitThePositionBehindTheLastEvent();
        stop();
        // As a dump of an older cluster leaves it: numbers that this one reaches in a hundred million transactions.
        database.execute("update sluice.payment_event set xid = xid + 100000000");
        database.execute("update sluice.relay_position set xid = xid + 100000000");
        database.execute("update sluice.event_log_home set system_identifier = 42");
        database.migrate();
        new EventWriters(database, 5).writeOnce();
        relays.getFirst().start();
        published.isWhatWasCommitted(database);
        assertThat(published.arrivals()).isEqualTo(10);
    }

    private Mono<Void> record(List<PaymentEvent> events) {
        return Mono.fromRunnable(() -> published.add(events));
    }

    private boolean isActive(EventRelay relay) {
        return gauge(relay, "sluice.relay.active") == 1;
    }

    private double gauge(EventRelay relay, String name) {
        return Objects.requireNonNull(meters.get(relay)).get(name).gauge().value();
    }

    private EventRelay relay(EventPublisher publisher) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        EventRelay relay = new EventRelay(new R2dbcRelayTurns(database.factory()), publisher, registry);
        meters.put(relay, registry);
        relays.add(relay);
        return relay;
    }
}
