package io.sluice.core.payment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sluice.core.routing.model.RoutingDecision;
import io.sluice.core.routing.model.RoutingDecision.Reason;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Time spent in each step of a payment: {@code sluice.payment.step}, tagged with the step and whether it failed. */
public final class PaymentSteps {

    private final Step accept;
    private final Step submit;
    private final Step conclude;
    private final Counter cascades;
    private final Map<String, Counter> decisions;

    public PaymentSteps(MeterRegistry meters) {
        this.accept = Step.named("accept", meters);
        this.submit = Step.named("submit", meters);
        this.conclude = Step.named("conclude", meters);
        this.cascades = Counter.builder("sluice.payment.cascades")
                .description("attempts that were made after another one had ended in a safe no")
                .register(meters);
        this.decisions = Stream.concat(
                        Stream.of(Reason.values()).map(Reason::wireName), Stream.of("refused", "unavailable"))
                .collect(Collectors.toUnmodifiableMap(Function.identity(), reason -> decisions(reason, meters)));
    }

    private static Counter decisions(String reason, MeterRegistry meters) {
        return Counter.builder("sluice.routing.decisions")
                .description("decisions about where an attempt goes")
                .tag("reason", reason)
                .register(meters);
    }

    void routed(RoutingDecision decision) {
        String reason = switch (decision.choice()) {
            case RoutingDecision.Chosen chosen -> chosen.reason().wireName();
            case RoutingDecision.Refused _ -> "refused";
            case RoutingDecision.Unavailable _ -> "unavailable";
        };
        Objects.requireNonNull(decisions.get(reason)).increment();
    }

    void cascaded() {
        cascades.increment();
    }

    <T> Function<Mono<T>, Mono<T>> accept() {
        return accept::time;
    }

    <T> Function<Mono<T>, Mono<T>> submit() {
        return submit::time;
    }

    <T> Function<Mono<T>, Mono<T>> conclude() {
        return conclude::time;
    }

    /** Its timers are looked up once and not once a payment. */
    private record Step(Timer ok, Timer error) {

        static Step named(String step, MeterRegistry meters) {
            return new Step(timer(step, "ok", meters), timer(step, "error", meters));
        }

        <T> Mono<T> time(Mono<T> work) {
            return Mono.defer(() -> {
                long startedNanos = System.nanoTime();
                return work.doOnSuccess(value -> stop(ok, startedNanos))
                        .doOnError(failure -> stop(error, startedNanos));
            });
        }

        private static void stop(Timer timer, long startedNanos) {
            timer.record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
        }

        private static Timer timer(String step, String result, MeterRegistry meters) {
            return Timer.builder("sluice.payment.step")
                    .description("time in a step of a payment")
                    .tag("step", step)
                    .tag("result", result)
                    .register(meters);
        }
    }
}
