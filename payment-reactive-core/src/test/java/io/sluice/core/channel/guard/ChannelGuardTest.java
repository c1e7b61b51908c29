package io.sluice.core.channel.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.Fault;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** What a channel account is spared, and what it is not blamed for. */
class ChannelGuardTest {

    private static final int MANY = 100;

    private final ChannelGuard guard = new ChannelGuard(
            "cha_test",
            new ChannelEnvironment(Clock.systemUTC(), "", Duration.ofSeconds(1)),
            10_000,
            new ObservedCalls("spoken", new SimpleMeterRegistry(), Tracer.NOOP));

    @Test
    void wrongOrdersDoNotStopRightOnes() {
        say(MANY, Mono.just(new NotSent(Fault.ORDER, "PARAM_ERROR", "the channel refused it")));

        assertThat(guard.state()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(pay(Mono.just(new Pending(null, null)))).isInstanceOf(Pending.class);
    }

    @Test
    void aChannelThatCannotBeReachedIsLeftAlone() {
        say(MANY, Mono.just(new NotSent(Fault.CHANNEL, "connection_failed", "refused")));

        assertThat(guard.state()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(pay(Mono.just(new Pending(null, null))))
                .isInstanceOfSatisfying(
                        NotSent.class, it -> assertThat(it.code()).isEqualTo("breaker_open"));
    }

    @Test
    void aChannelWhoseCallsFailIsLeftAlone() {
        say(MANY, Mono.error(new IllegalStateException("reset")));

        assertThat(guard.state()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void asManyMayWaitAsTheChannelAnswers() {
        List<Disposable> waiting = Stream.generate(
                        () -> guard.guard("pay", Mono.<ChannelOutcome>never()).subscribe())
                .limit(InFlightLimit.MOST)
                .toList();

        assertThat(guard.inFlight()).isEqualTo(InFlightLimit.MOST);
        assertThat(pay(Mono.just(new Pending(null, null))))
                .isInstanceOfSatisfying(
                        NotSent.class, it -> assertThat(it.message()).contains("as many calls"));

        waiting.forEach(Disposable::dispose);
        assertThat(guard.inFlight()).isZero();
    }

    private void say(int times, Mono<ChannelOutcome> outcome) {
        for (int i = 0; i < times; i++) {
            pay(outcome);
        }
    }

    private ChannelOutcome pay(Mono<ChannelOutcome> call) {
        return Objects.requireNonNull(guard.guard("pay", call).block());
    }
}
