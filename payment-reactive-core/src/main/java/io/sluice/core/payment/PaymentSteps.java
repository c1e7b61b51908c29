package io.sluice.core.payment;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Time spent in each step of a payment: {@code sluice.payment.step}, tagged with the step and whether it failed. */
public final class PaymentSteps {

    private final MeterRegistry meters;

    public PaymentSteps(MeterRegistry meters) {
        this.meters = meters;
    }

    <T> Function<Mono<T>, Mono<T>> timed(String step) {
        return mono -> Mono.defer(() -> {
            Timer.Sample sample = Timer.start(meters);
            return mono.doOnSuccess(value -> sample.stop(timer(step, "ok")))
                    .doOnError(failure -> sample.stop(timer(step, "error")));
        });
    }

    private Timer timer(String step, String result) {
        return Timer.builder("sluice.payment.step")
                .tag("step", step)
                .tag("result", result)
                .register(meters);
    }
}
