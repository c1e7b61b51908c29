package io.sluice.edge.event;

import static io.sluice.edge.fixture.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.event.EventCursor;
import io.sluice.core.event.PaymentEvent;
import io.sluice.edge.event.model.Passage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class MerchantFollowerTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":(\\d+)");

    private final InMemoryEvents events = new InMemoryEvents();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EventHub hub = new EventHub(events, meters);
    private final LogPages pages = new LogPages(events);
    private final MerchantFollower follower = new MerchantFollower(pages, new MerchantTails(pages, hub), hub);

    @BeforeEach
    void start() {
        hub.start();
    }

    @Test
    void eventsComeFromTheLogAndThenAsTheyAreHeard() {
        events.commit();
        events.whileReading(() -> events.publish(events.commit()));
        StepVerifier.create(fromTheBeginning(Set.of()))
                .expectNext(1, 2)
                .then(() -> IntStream.range(0, 500).forEach(i -> events.commit()))
                .then(() -> events.publish(events.commit()))
                .expectNextCount(501)
                .thenCancel()
                .verify(SOON);
        assertThat(watchers()).isZero();
    }

    @Test
    void howeverManyAreHeardBeforeTheFirstLookIsOver() {
        int many = 2 * Listener.MOST_BEHIND;
        events.whileLookingForTheEnd(() -> IntStream.range(0, many).forEach(i -> events.publish(events.commit())));
        StepVerifier.create(fromTheBeginning(Set.of()))
                .expectNextCount(many)
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void onlyWhatIsWantedIsTold() {
        StepVerifier.create(fromTheBeginning(Set.of("payment.succeeded")))
                .then(() -> IntStream.range(0, 10).forEach(i -> events.publish(events.commit("payment.processing"))))
                .then(() -> events.publish(events.commit("payment.succeeded")))
                .expectNext(11)
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void looksIntoTheLogNowAndThenThoughNothingIsHeard() {
        StepVerifier.withVirtualTime(() -> fromTheBeginning(Set.of()))
                .expectSubscription()
                .then(events::commit)
                .thenAwait(Duration.ofSeconds(31))
                .expectNext(1)
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void outlivesAStoreThatIsAway() {
        events.commit();
        events.failures.set(2);
        StepVerifier.withVirtualTime(() -> fromTheBeginning(Set.of()))
                .expectSubscription()
                .thenAwait(Duration.ofSeconds(10))
                .expectNext(1)
                .then(() -> events.failures.set(2))
                .then(() -> events.publish(events.commit()))
                .thenAwait(Duration.ofSeconds(10))
                .expectNext(2)
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void theLogIsReadOnceForAllWhoHaveCaughtUp() {
        events.commit();
        EventCursor end = Objects.requireNonNull(events.end().block());
        int watchers = 50;
        int turns = 20;
        List<List<Integer>> told = IntStream.range(0, watchers)
                .mapToObj(i -> (List<Integer>) new CopyOnWriteArrayList<Integer>())
                .toList();
        List<Disposable> following = told.stream()
                .map(one -> from(end, Set.of()).subscribe(one::add))
                .toList();
        for (int turn = 1; turn <= turns; turn++) {
            int last = turn + 1;
            events.publish(events.commit());
            eventually("told", SOON, () -> told.stream().allMatch(one -> one.contains(last)));
        }
        assertThat(told).allSatisfy(one -> assertThat(one).hasSize(turns));
        assertThat(events.reads.get()).isBetween(turns, 2 * turns);
        following.forEach(Disposable::dispose);
        assertThat(watchers()).isZero();
    }

    @Test
    void whoeverComesWhileEventsAreAppendedMissesNoneAndIsToldNoneTwice() {
        int all = 3000;
        IntStream.range(0, all / 3).forEach(i -> events.commit());
        Flux<Integer> appended = Flux.range(all / 3, all - all / 3)
                .delayElements(Duration.ofNanos(200_000), Schedulers.single())
                .doOnNext(i -> events.publish(events.commit()));
        Flux<List<Integer>> watchers = Flux.range(0, 12)
                .flatMap(
                        i -> fromTheBeginning(Set.of())
                                .delaySubscription(Duration.ofMillis(20L * i))
                                .limitRate(1 + 50 * i)
                                .take(all)
                                .collectList(),
                        12);
        Disposable appending = appended.subscribe();
        List<Integer> everything = IntStream.rangeClosed(1, all).boxed().toList();
        StepVerifier.create(watchers)
                .thenConsumeWhile(told -> told.equals(everything))
                .expectComplete()
                .verify(SOON);
        appending.dispose();
    }

    @Test
    void whoDoesNotTakeWhatHeIsToldIsSentAwayAndTheOthersAreNot() {
        List<Integer> read = new CopyOnWriteArrayList<>();
        Disposable reader = fromTheBeginning(Set.of()).subscribe(read::add);
        int many = 4000;
        StepVerifier.create(follower.follow(events.merchant, EventCursor.START, Set.of()), 1)
                .then(() -> IntStream.range(0, many).forEach(i -> events.commitLong()))
                .then(() -> events.publish(events.commitLong()))
                .expectNextCount(1)
                .expectError(FellBehindException.class)
                .verify(SOON);
        eventually("the other has all", SOON, () -> read.size() == many + 1);
        assertThat(watchers()).isOne();
        reader.dispose();
        assertThat(watchers()).isZero();
    }

    @Test
    void whoCatchesUpAndDoesNotTakeAPageIsReadNoOther() {
        IntStream.range(0, 20 * LogPages.SIZE).forEach(i -> events.commitLong());
        StepVerifier.create(follower.follow(events.merchant, EventCursor.START, Set.of()), 1)
                .expectNextCount(1)
                .then(() -> assertThat(events.reads).hasValue(1))
                .thenRequest(Long.MAX_VALUE)
                .thenConsumeWhile(passage -> !passage.end().equals(new EventCursor(1, 20 * LogPages.SIZE)))
                .thenCancel()
                .verify(SOON);
        assertThat(events.reads.get()).isBetween(20, 22);
    }

    @Test
    void aFewCatchUpAtATime() {
        events.commit();
        Sinks.Empty<Void> pagesAreHere = Sinks.empty();
        events.holdPages(pagesAreHere.asMono());
        List<Integer> told = new CopyOnWriteArrayList<>();
        List<Disposable> following = IntStream.range(0, 30)
                .mapToObj(i -> fromTheBeginning(Set.of()).subscribe(told::add))
                .toList();
        assertThat(events.readingNow).hasValue(LogPages.MOST_CATCHING_UP);
        following.subList(0, 10).forEach(Disposable::dispose);
        assertThat(events.readingNow).hasValue(LogPages.MOST_CATCHING_UP);
        pagesAreHere.tryEmitEmpty();
        eventually("the others are told", SOON, () -> told.size() == 20);
        assertThat(events.mostReadingAtOnce).hasValue(LogPages.MOST_CATCHING_UP);
        following.forEach(Disposable::dispose);
        assertThat(watchers()).isZero();
    }

    @Test
    void endsAllWhenTheEdgeStopsAndTakesNoMore() {
        PaymentEvent first = events.commit();
        StepVerifier.create(fromTheBeginning(Set.of()))
                .expectNext(first.sequence())
                .then(hub::stop)
                .expectComplete()
                .verify(SOON);
        StepVerifier.create(fromTheBeginning(Set.of())).expectComplete().verify(SOON);
        assertThat(watchers()).isZero();
    }

    private Flux<Integer> fromTheBeginning(Set<String> types) {
        return from(EventCursor.START, types);
    }

    private Flux<Integer> from(EventCursor after, Set<String> types) {
        return follower.follow(events.merchant, after, types).concatMapIterable(MerchantFollowerTest::sequences, 1);
    }

    private static List<Integer> sequences(Passage passage) {
        return SEQUENCE.matcher(new String(passage.text(), UTF_8))
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private int watchers() {
        return (int) meters.get("sluice.sse.watchers").gauge().value();
    }
}
