package io.sluice.core.channel.guard;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The guards of all accounts, counted by channel: there are as many accounts as merchants, and a metric each would be too
 * many. The log says which account's breaker opened.
 */
final class GuardMeters {

    private static final List<CircuitBreaker.State> STATES =
            List.of(CircuitBreaker.State.CLOSED, CircuitBreaker.State.OPEN, CircuitBreaker.State.HALF_OPEN);

    private GuardMeters() {}

    static void register(String channel, Supplier<Stream<ChannelGuard>> guards, MeterRegistry meters) {
        STATES.forEach(state -> register(channel, state, guards, meters));
        Gauge.builder(
                        "sluice.channel.in.flight",
                        () -> guards.get().mapToInt(ChannelGuard::inFlight).sum())
                .description("calls to the channel that wait for their outcome")
                .tag("channel", channel)
                .register(meters);
        Gauge.builder(
                        "sluice.channel.limit",
                        () -> guards.get()
                                .mapToInt(ChannelGuard::limitInFlight)
                                .min()
                                .orElse(InFlightLimit.MOST))
                .description("calls of the most narrowed account that may wait for their outcome")
                .tag("channel", channel)
                .register(meters);
    }

    private static void register(
            String channel, CircuitBreaker.State state, Supplier<Stream<ChannelGuard>> guards, MeterRegistry meters) {
        Gauge.builder(
                        "sluice.channel.breakers",
                        () -> guards.get()
                                .filter(guard -> guard.state() == state)
                                .count())
                .description("accounts of the channel by the state of their breaker; open ones get no calls")
                .tag("channel", channel)
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }
}
