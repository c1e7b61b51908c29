package io.sluice.core.payment;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Time spent in each step of a payment: {@code sluice.payment.step}, tagged with the step and whether it failed. */
public final class PaymentSteps {

    private final Step accept;
    private final Step submit;
    private final Step conclude;

    public PaymentSteps(MeterRegistry meters) {
        this.accept = Step.named("accept", meters);
        this.submit = Step.named("submit", meters);
        this.conclude = Step.named("conclude", meters);
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
