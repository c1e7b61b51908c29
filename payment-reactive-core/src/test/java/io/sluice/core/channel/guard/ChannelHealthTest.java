package io.sluice.core.channel.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.Fault;
import io.sluice.core.routing.model.Health;
import io.sluice.core.routing.model.Health.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** When an account is left, and how it is tried again. */
class ChannelHealthTest {

    private static final int PER_SECOND = 1000;
    private static final Mono<ChannelOutcome> TAKEN = Mono.just(new Pending(null, null));
    private static final Mono<ChannelOutcome> FAILED = Mono.just(new NotSent(Fault.CHANNEL, "refused", "refused"));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Hand clock = new Hand();
    private final ChannelGuard guard = new ChannelGuard(
            "cha_test",
            new ChannelEnvironment(clock, "", Duration.ofSeconds(60)),
            PER_SECOND,
            new ObservedCalls("spoken", meters, Tracer.NOOP));

    @Test
    void someFailuresInARowAreEnough() {
        say(ChannelHealth.FAILURES_IN_A_ROW - 1, FAILED);
        assertThat(state()).isEqualTo(State.WORKING);
        say(1, FAILED);
        assertThat(state()).isEqualTo(State.FAILING);
        assertThat(left("failing")).isEqualTo(1);
    }

    @Test
    void aSilentChannelIsLeftWithinASecondAndLongBeforeItsDeadline() {
        answerUsually();
        say(10, Mono.never());
        lookFor(Duration.ofMillis(200));
        assertThat(state()).isEqualTo(State.WORKING);
        lookFor(Duration.ofMillis(500));
        assertThat(state()).isEqualTo(State.FAILING);
        assertThat(left("silent")).isEqualTo(1);
    }

    @Test
    void whoAnswersSomeIsSlowAndNotSilent() {
        answerUsually();
        say(10, Mono.never());
        for (int i = 0; i < 10; i++) {
            lookFor(Duration.ofMillis(100));
            say(1, TAKEN);
        }
        assertThat(state()).isEqualTo(State.WORKING);
    }

    @Test
    void aProcessThatStoodStillBlamesNobody() {
        answerUsually();
        say(10, Mono.never());
        state();
        clock.pass(Duration.ofSeconds(2));
        assertThat(state()).isEqualTo(State.WORKING);
        say(1, TAKEN);
        lookFor(Duration.ofMillis(200));
        assertThat(state()).isEqualTo(State.WORKING);
    }

    @Test
    void afterItsRestItIsTriedOneByOne() {
        say(ChannelHealth.FAILURES_IN_A_ROW, FAILED);
        lookFor(Duration.ofSeconds(4));
        assertThat(state()).isEqualTo(State.FAILING);
        lookFor(Duration.ofSeconds(2));
        assertThat(state()).isEqualTo(State.RECOVERING);
        Sinks.One<ChannelOutcome> probe = Sinks.one();
        say(1, probe.asMono());
        lookFor(Duration.ofMillis(100));
        assertThat(state()).as("a probe is on its way").isEqualTo(State.FAILING);
        probe.tryEmitValue(new Pending(null, null)).orThrow();
        say(4, TAKEN);
        lookFor(Duration.ofMillis(100));
        assertThat(state()).isEqualTo(State.WORKING);
    }

    @Test
    void theFirstProbeThatFailsSendsItBackToRest() {
        say(ChannelHealth.FAILURES_IN_A_ROW, FAILED);
        lookFor(Duration.ofSeconds(6));
        say(1, FAILED);
        lookFor(Duration.ofSeconds(4));
        assertThat(state()).isEqualTo(State.FAILING);
    }

    @Test
    void tellsWhatBecameOfTheLastOrders() {
        answerUsually();
        say(10, Mono.just(new ChannelOutcome.Declined(false, "05", "no")));
        clock.pass(Duration.ofMillis(100));
        Health health = guard.health();
        assertThat(health.samples()).isEqualTo(40);
        assertThat(health.successPermille()).isEqualTo(750);
        clock.pass(Duration.ofSeconds(15));
        assertThat(guard.health().samples()).isZero();
    }

    @Test
    void anAccountIsCalledAsOftenAsItMayBe() {
        guard.limit(2);
        clock.pass(Duration.ofSeconds(2));
        for (int i = 0; i < 3 * PER_SECOND; i++) {
            ChannelOutcome outcome = guard.guard("pay", TAKEN).block();
            if (outcome instanceof NotSent notSent) {
                assertThat(notSent.code()).isEqualTo("rate_limited");
                assertThat(state()).isEqualTo(State.WORKING);
                return;
            }
        }
        throw new AssertionError("nothing was refused");
    }

    private void answerUsually() {
        for (int i = 0; i < 30; i++) {
            Sinks.One<ChannelOutcome> answer = Sinks.one();
            say(1, answer.asMono());
            clock.pass(Duration.ofMillis(20));
            answer.tryEmitValue(new Pending(null, null)).orThrow();
        }
        state();
    }

    private void say(int times, Mono<ChannelOutcome> outcome) {
        for (int i = 0; i < times; i++) {
            guard.guard("pay", outcome).subscribe();
        }
    }

    private void lookFor(Duration time) {
        for (long ms = 0; ms < time.toMillis(); ms += 25) {
            clock.pass(Duration.ofMillis(25));
            state();
        }
    }

    private State state() {
        return guard.health().state();
    }

    private double left(String reason) {
        return meters.get("sluice.channel.left").tag("reason", reason).counter().count();
    }

    /** A clock that stands until it is moved. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-01-02T03:04:05Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
