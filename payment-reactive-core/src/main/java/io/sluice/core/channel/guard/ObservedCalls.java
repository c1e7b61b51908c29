package io.sluice.core.channel.guard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.sluice.core.event.TraceContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Times every call of a channel as {@code sluice.channel.call}, and makes it a span {@code channel.<operation>} where the
 * caller's trace is recorded. The channel is not told of the trace: it is another company's.
 */
final class ObservedCalls {

    private final String channel;
    private final MeterRegistry meters;
    private final Tracer tracer;
    private final Map<String, Counter> left;
    private final Map<String, Counter> refused;
    private final Map<Ending, Timer> timers = new ConcurrentHashMap<>();

    ObservedCalls(String channel, MeterRegistry meters, Tracer tracer) {
        this.channel = channel;
        this.meters = meters;
        this.tracer = tracer;
        this.left = counters(
                "sluice.channel.left",
                "times that an account was left because it failed some orders in a row or fell silent",
                List.of("failing", "silent"),
                channel,
                meters);
        this.refused = counters(
                "sluice.channel.refused",
                "calls that were not made",
                List.of("breaker_open", "bulkhead_full", "rate_limited"),
                channel,
                meters);
    }

    /** @param operation a verb: {@code pay}, {@code inquire}, {@code close} */
    <T> Mono<T> observe(String operation, Mono<T> call) {
        return Mono.deferContextual(context -> {
            Mono<T> timed = new WatchedCall<>(call, asked -> new Timed(operation, asked));
            Span caller = TraceContext.span(context);
            return caller != null && isRecorded(caller) ? traced(operation, caller, timed) : timed;
        });
    }

    /** The time from now until the outcome, which is none of the gateway's own. */
    private final class Timed implements WatchedCall.Watch {

        private final String operation;
        private final long startedNanos = System.nanoTime();
        private final @Nullable OwnTime paused;
        private final AtomicBoolean waits = new AtomicBoolean(true);

        Timed(String operation, ContextView asked) {
            this.operation = operation;
            this.paused = asked.getOrDefault(OwnTime.class, null);
            if (paused != null) {
                paused.pauses();
            }
        }

        @Override
        public void told(Object outcome) {
            timer(operation, outcome).record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
            goOn();
        }

        @Override
        public void over() {
            goOn();
        }

        /** Once: by the time this call is over the next may have begun. */
        private void goOn() {
            if (paused != null && waits.compareAndSet(true, false)) {
                paused.goesOn();
            }
        }
    }

    /** An account gets no calls for a while: it was {@code failing} or {@code silent}. */
    void left(String why) {
        Objects.requireNonNull(left.get(why)).increment();
    }

    /** A call was not made, by the code that its caller is told. */
    void refused(String code) {
        Objects.requireNonNull(refused.get(code)).increment();
    }

    private static Map<String, Counter> counters(
            String name, String description, List<String> reasons, String channel, MeterRegistry meters) {
        return reasons.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        reason -> Counter.builder(name)
                                .description(description)
                                .tag("channel", channel)
                                .tag("reason", reason)
                                .register(meters)));
    }

    private static boolean isRecorded(Span caller) {
        return Boolean.TRUE.equals(caller.context().sampled());
    }

    private <T> Mono<T> traced(String operation, Span caller, Mono<T> call) {
        Span span = tracer.spanBuilder()
                .setParent(caller.context())
                .name("channel." + operation)
                .kind(Span.Kind.CLIENT)
                .tag("sluice.channel", channel)
                .start();
        return call.doOnNext(outcome -> span.tag("sluice.outcome", nameOf(outcome.getClass())))
                .doFinally(_ -> span.end());
    }

    private Timer timer(String operation, Object outcome) {
        return timers.computeIfAbsent(new Ending(operation, outcome.getClass()), this::register);
    }

    private Timer register(Ending ending) {
        return Timer.builder("sluice.channel.call")
                .description("from handing a call to a channel's guard until its outcome")
                .tag("channel", channel)
                .tag("operation", ending.operation)
                .tag("outcome", nameOf(ending.outcome))
                .register(meters);
    }

    private static String nameOf(Class<?> outcome) {
        return outcome.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private record Ending(String operation, Class<?> outcome) {}
}
