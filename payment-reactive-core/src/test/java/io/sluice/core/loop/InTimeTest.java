package io.sluice.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class InTimeTest {

    private static final Duration TIME = Duration.ofSeconds(2);

    private final TestPublisher<String> work = TestPublisher.create();

    @Test
    void handsOnWhatComesInTime() {
        StepVerifier.create(InTime.of(Mono.just("done"), TIME, () -> "late"))
                .expectNext("done")
                .verifyComplete();
        StepVerifier.create(InTime.of(Mono.<String>empty(), TIME, () -> "late")).verifyComplete();
        StepVerifier.create(InTime.of(Mono.<String>error(new IllegalStateException("no")), TIME, () -> "late"))
                .verifyErrorMessage("no");
    }

    @Test
    void cancelsTheWorkWhenItsTimeIsOver() {
        StepVerifier.withVirtualTime(() -> InTime.of(work.mono(), TIME, () -> "late"))
                .expectSubscription()
                .expectNoEvent(TIME.minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .expectNext("late")
                .verifyComplete();
        work.assertCancelled();
    }

    @Test
    void failsAsTheCallerIsToBeTold() {
        StepVerifier.withVirtualTime(() -> InTime.of(work.mono(), TIME, () -> {
                    throw new IllegalStateException("too late");
                }))
                .thenAwait(TIME)
                .verifyErrorMessage("too late");
        work.assertCancelled();
    }

    @Test
    void waitsOnWhereTheCallerIsToWait() {
        StepVerifier.withVirtualTime(() -> InTime.of(work.mono(), TIME, () -> null))
                .thenAwait(TIME.multipliedBy(10))
                .then(() -> work.emit("at last"))
                .expectNext("at last")
                .verifyComplete();
    }

    @Test
    void cancelsTheWorkOfACallerWhoLeavesAndForgetsTheTime() {
        AtomicInteger asked = new AtomicInteger();
        StepVerifier.withVirtualTime(() -> InTime.of(work.mono(), TIME, () -> {
                    asked.incrementAndGet();
                    return "late";
                }))
                .thenAwait(Duration.ofSeconds(1))
                .thenCancel()
                .verify();
        work.assertCancelled();
        assertThat(asked).hasValue(0);
    }

    @Test
    void doesNotCancelWorkThatAnswered() {
        AtomicInteger cancelled = new AtomicInteger();
        Sinks.One<String> answer = Sinks.one();
        StepVerifier.create(InTime.of(answer.asMono().doOnCancel(cancelled::incrementAndGet), TIME, () -> "late"))
                .then(() -> answer.tryEmitValue("done").orThrow())
                .expectNext("done")
                .verifyComplete();
        assertThat(cancelled).hasValue(0);
    }

    @Test
    void hasItsCallersContext() {
        Mono<String> named = Mono.deferContextual(context -> Mono.just(context.get("name")));

        StepVerifier.create(InTime.of(named, TIME, () -> "late").contextWrite(context -> context.put("name", "Ada")))
                .expectNext("Ada")
                .verifyComplete();
    }

    @Test
    void tellsOnceWhenBothComeTogether() {
        Sinks.One<String> answer = Sinks.one();
        StepVerifier.create(InTime.of(answer.asMono(), Duration.ofMillis(1), () -> {
                    answer.tryEmitValue("done");
                    return "late";
                }))
                .expectNext("done")
                .verifyComplete();
    }
}
