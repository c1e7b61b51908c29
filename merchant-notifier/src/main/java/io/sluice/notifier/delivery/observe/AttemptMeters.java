package io.sluice.notifier.delivery.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sluice.notifier.delivery.model.Attempt;
import io.sluice.notifier.delivery.model.Exchange;
import io.sluice.notifier.delivery.model.Exchange.Answered;
import io.sluice.notifier.delivery.model.Exchange.Failed;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * {@code sluice.webhook.deliveries} counts attempts by outcome; {@code exhausted} is the one to alert on.
 * {@code sluice.webhook.attempt} times them by what came back.
 */
public final class AttemptMeters implements Consumer<Attempt> {

    private final MeterRegistry registry;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    public AttemptMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void accept(Attempt attempt) {
        counters.computeIfAbsent(Outcomes.name(attempt.verdict()), this::counter)
                .increment();
        timers.computeIfAbsent(result(attempt.exchange()), this::timer).record(attempt.took());
    }

    private Counter counter(String outcome) {
        return Counter.builder("sluice.webhook.deliveries")
                .description("attempts by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Timer timer(String result) {
        return Timer.builder("sluice.webhook.attempt")
                .description("attempts by what came back")
                .tag("result", result)
                .register(registry);
    }

    private static String result(Exchange exchange) {
        return switch (exchange) {
            case Answered answer -> answer.status() / 100 + "xx";
            case Failed _ -> "failed";
        };
    }
}
