package io.sluice.edge.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.event.PaymentEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
                .then(() -> IntStream.range(0, 2 * Listener.MOST_BEHIND).forEach(i -> events.publish(events.commit())))
                .verifyError(FellBehindException.class);
        assertThat(watchers()).isOne();
        assertThat(read).hasSize(2 * Listener.MOST_BEHIND);
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

    private Flux<Integer> payment(int after) {
        return new PaymentFollower(events, hub)
                .follow(events.merchant, events.payment, after)
                .map(PaymentEvent::sequence);
    }

    private int watchers() {
        return (int) meters.get("sluice.sse.watchers").gauge().value();
    }
}
