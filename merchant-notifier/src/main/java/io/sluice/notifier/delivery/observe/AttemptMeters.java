package io.sluice.notifier.delivery.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sluice.notifier.delivery.model.Attempt;
import io.sluice.notifier.delivery.model.Exchange;
import io.sluice.notifier.delivery.model.Exchange.Answered;
import io.sluice.notifier.delivery.model.Exchange.Failed;
import java.util.function.Consumer;

/**
 * {@code sluice.webhook.deliveries} counts attempts by outcome; {@code exhausted} is the one to alert on.
 * {@code sluice.webhook.attempt} times them by what came back.
 */
public final class AttemptMeters implements Consumer<Attempt> {

    private final MeterRegistry registry;

    public AttemptMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void accept(Attempt attempt) {
        registry.counter("sluice.webhook.deliveries", "outcome", Outcomes.name(attempt.verdict()))
                .increment();
        Timer.builder("sluice.webhook.attempt")
                .tag("result", result(attempt.exchange()))
                .publishPercentileHistogram()
                .register(registry)
                .record(attempt.took());
    }

    private static String result(Exchange exchange) {
        return switch (exchange) {
            case Answered answer -> answer.status() / 100 + "xx";
            case Failed _ -> "failed";
        };
    }
}
