package io.sluice.edge.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.event.EventCursor;
import io.sluice.core.event.PaymentEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class FollowersTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final InMemoryEvents events = new InMemoryEvents();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EventHub hub = new EventHub(events, meters);

    @BeforeEach
    void start() {
        hub.start();
    }

    @Test
    void anEventThatComesDuringTheLookIntoTheLogIsShownOnceAndInOrder() {
        events.commit();
        events.whileReading(() -> {
            events.publish(events.commit());
            events.publish(events.commit());
        });
        StepVerifier.create(payment(0))
                .expectNext(1, 2, 3)
                .then(() -> events.publish(events.commit()))
                .expectNext(4)
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void goesOnAfterTheLastEventThatWasSeen() {
        IntStream.range(0, 3).forEach(i -> events.commit());
        StepVerifier.create(payment(2)).expectNext(3).thenCancel().verify(SOON);
    }

    @Test
    void whatWasNeverHeardIsReadFromTheLog() {
        StepVerifier.create(payment(0))
                .then(() -> {
                    events.commit();
                    events.commit();
                    PaymentEvent third = events.commit();
                    events.publish(third);
                    events.publish(third);
                })
                .expectNext(1, 2, 3)
                .then(() -> assertThat(events.reads).hasValue(2))
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void looksIntoTheLogNowAndThenThoughNothingIsHeard() {
        StepVerifier.withVirtualTime(() -> payment(0))
                .expectSubscription()
                .then(events::commit)
                .thenAwait(Duration.ofSeconds(30))
                .expectNext(1)
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void outlivesAStoreThatIsAway() {
        events.commit();
        events.failures.set(2);
        StepVerifier.withVirtualTime(() -> payment(0))
                .expectSubscription()
                .thenAwait(Duration.ofSeconds(10))
                .expectNext(1)
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void aFollowerThatDoesNotReadIsSentAwayAndTheOthersAreNot() {
        List<Integer> read = new ArrayList<>();
        Disposable reader = payment(0).subscribe(read::add);
        StepVerifier.create(payment(0), 0)
                .expectSubscription()
                .then(() -> IntStream.range(0, 2 * Watcher.MOST_BEHIND).forEach(i -> events.publish(events.commit())))
                .expectComplete()
                .verify(SOON);
        assertThat(meters.get("sluice.sse.dropped").counter().count()).isPositive();
        assertThat(watchers()).isOne();
        assertThat(read).hasSize(2 * Watcher.MOST_BEHIND);
        reader.dispose();
        assertThat(watchers()).isZero();
    }

    @Test
    void nobodyIsKeptWhoLeavesDuringTheLookIntoTheLog() {
        Disposable.Swap following = Disposables.swap();
        events.whileReading(following::dispose);
        following.replace(payment(0).subscribe());
        assertThat(watchers()).isZero();
    }

    @Test
    void endsAllWhenTheEdgeStopsAndTakesNoMore() {
        StepVerifier.create(payment(0)).then(hub::stop).expectComplete().verify(SOON);
        StepVerifier.create(payment(0)).expectComplete().verify(SOON);
        assertThat(watchers()).isZero();
    }

    @Test
    void aMerchantsEventsComeFromTheLogWithTheirCursors() {
        events.commit();
        events.whileReading(() -> events.publish(events.commit()));
        StepVerifier.create(merchant(Set.of()))
                .expectNext(1, 2)
                .then(() -> IntStream.range(0, 500).forEach(i -> events.commit()))
                .then(() -> events.publish(events.commit()))
                .expectNextCount(501)
                .thenCancel()
                .verify(SOON);
        assertThat(watchers()).isZero();
    }

    @Test
    void whatIsNotWantedIsReadOnce() {
        StepVerifier.create(merchant(Set.of("payment.succeeded")))
                .then(() -> IntStream.range(0, 10).forEach(i -> events.publish(events.commit("payment.processing"))))
                .then(() -> events.publish(events.commit("payment.succeeded")))
                .expectNext(11)
                .thenCancel()
                .verify(SOON);
    }

    private Flux<Integer> payment(int after) {
        return new PaymentFollower(events, hub)
                .follow(events.merchant, events.payment, after)
                .map(PaymentEvent::sequence);
    }

    private Flux<Integer> merchant(Set<String> types) {
        return new MerchantFollower(events, hub)
                .follow(events.merchant, EventCursor.START, types)
                .map(logged -> logged.event().sequence());
    }

    private int watchers() {
        return (int) meters.get("sluice.sse.watchers").gauge().value();
    }
}
