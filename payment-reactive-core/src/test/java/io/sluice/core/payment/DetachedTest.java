package io.sluice.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

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
}
