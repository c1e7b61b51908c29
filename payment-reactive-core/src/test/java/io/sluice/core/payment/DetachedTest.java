package io.sluice.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.guard.OwnTime;
import io.sluice.core.gather.WriteInDoubtException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class DetachedTest {

    private final Detached detached = new Detached();

    @Test
    void goesOnWhenTheCallerLeavesAndKeepsItsContext() {
        Sinks.One<String> channel = Sinks.one();
        AtomicReference<String> recorded = new AtomicReference<>();
        Mono<String> work = Mono.deferContextual(context ->
                channel.asMono().doOnNext(answer -> recorded.set(answer + " for " + context.get("merchant"))));

        StepVerifier.create(detached.run(work).contextWrite(context -> context.put("merchant", "m1")))
                .thenCancel()
                .verify();
        assertThat(detached.inFlight()).isEqualTo(1);

        channel.tryEmitValue("paid").orThrow();
        assertThat(recorded).hasValue("paid for m1");
        assertThat(detached.inFlight()).isZero();
    }

    @Test
    void handsOnValuesErrorsAndEmptiness() {
        StepVerifier.create(detached.run(Mono.just(1))).expectNext(1).verifyComplete();
        StepVerifier.create(detached.run(Mono.empty())).verifyComplete();
        StepVerifier.create(detached.run(Mono.error(new IllegalStateException("no"))))
                .verifyErrorMessage("no");
    }

    @Test
    void goesOnWhenTheCallerHasWaitedLongEnough() {
        Sinks.One<String> channel = Sinks.one();
        AtomicReference<String> recorded = new AtomicReference<>();

        StepVerifier.withVirtualTime(() -> detached.run(
                        channel.asMono().doOnNext(recorded::set), Duration.ofSeconds(10), () -> "in progress"))
                .thenAwait(Duration.ofSeconds(10))
                .expectNext("in progress")
                .verifyComplete();
        assertThat(detached.inFlight()).isEqualTo(1);

        channel.tryEmitValue("paid").orThrow();
        assertThat(recorded).hasValue("paid");
        assertThat(detached.inFlight()).isZero();
    }

    @Test
    void failsWhenItIsNotKnownInTimeWhetherItWasWrittenAndGoesOnAllTheSame() {
        Sinks.One<String> store = Sinks.one();
        AtomicReference<String> sent = new AtomicReference<>();

        StepVerifier.withVirtualTime(() -> detached.run(
                        store.asMono(),
                        Duration.ofSeconds(2),
                        written -> Mono.fromSupplier(() -> sent.updateAndGet(_ -> written + " and sent"))))
                .thenAwait(Duration.ofSeconds(2))
                .verifyError(WriteInDoubtException.class);

        store.tryEmitValue("written").orThrow();
        assertThat(sent).hasValue("written and sent");
    }

    @Test
    void takesItsTimeOnceItIsWritten() {
        Sinks.One<String> channel = Sinks.one();

        StepVerifier.withVirtualTime(
                        () -> detached.run(Mono.just("written"), Duration.ofSeconds(2), _ -> channel.asMono()))
                .thenAwait(Duration.ofSeconds(5))
                .then(() -> channel.tryEmitValue("paid").orThrow())
                .expectNext("paid")
                .verifyComplete();
    }

    @Test
    void countsTheWorkToItsEnd() {
        AtomicInteger working = new AtomicInteger();
        Sinks.One<String> channel = Sinks.one();

        StepVerifier.create(detached.run(channel.asMono())
                        .contextWrite(context -> OwnTime.with(context, new OwnTime() {

                            @Override
                            public void pauses() {}

                            @Override
                            public void goesOn() {}

                            @Override
                            public void workBegins() {
                                working.incrementAndGet();
                            }

                            @Override
                            public void workEnds() {
                                working.decrementAndGet();
                            }
                        })))
                .thenCancel()
                .verify();
        assertThat(working).hasValue(1);

        channel.tryEmitValue("paid").orThrow();
        assertThat(working).hasValue(0);
    }
}
