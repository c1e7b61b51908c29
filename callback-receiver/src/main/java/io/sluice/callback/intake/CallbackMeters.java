package io.sluice.callback.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sluice.callback.intake.model.Judged;
import io.sluice.callback.intake.model.Verdict;
import io.sluice.core.event.TraceContext;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import reactor.core.publisher.Mono;

/** {@code sluice.callback}: time from the reading of a callback to its commit, by verdict; and one log line each. */
final class CallbackMeters {

    private static final Logger log = LoggerFactory.getLogger("io.sluice.callback.intake");

    private final MeterRegistry meters;
    private final Map<Ending, Timer> timers = new ConcurrentHashMap<>();

    CallbackMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    UnaryOperator<Mono<Judged>> observed(MerchantChannelAccount account) {
        return judging -> Mono.deferContextual(context -> {
            long startedNanos = System.nanoTime();
            String trace = TraceContext.traceId(TraceContext.traceparent(context));
            return judging.doOnNext(judged -> tell(account, judged, trace, System.nanoTime() - startedNanos))
                    .doOnError(failure -> time(account, "error", System.nanoTime() - startedNanos));
        });
    }

    private void tell(MerchantChannelAccount account, Judged judged, String trace, long nanos) {
        time(account, judged.verdict().label(), nanos);
        LoggingEventBuilder line = log.atLevel(judged.verdict() == Verdict.MISMATCH ? Level.WARN : Level.INFO)
                .addKeyValue("channel", account.configuration().channel())
                .addKeyValue("channel_account", account.configuration().id().toString())
                .addKeyValue("merchant_id", account.merchantId().toString())
                .addKeyValue("callback_id", judged.callbackId())
                .addKeyValue("verdict", judged.verdict().label())
                .addKeyValue("detail", judged.detail())
                .addKeyValue("duration_us", TimeUnit.NANOSECONDS.toMicros(nanos));
        if (judged.payment() != null) {
            line = line.addKeyValue("payment_id", judged.payment().toString());
        }
        TraceContext.named(line, trace).log("callback");
    }

    private void time(MerchantChannelAccount account, String verdict, long nanos) {
        timers.computeIfAbsent(new Ending(account.configuration().channel(), verdict), this::register)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer register(Ending ending) {
        return Timer.builder("sluice.callback")
                .description("callbacks from their reading to their commit")
                .tag("channel", ending.channel)
                .tag("verdict", ending.verdict)
                .register(meters);
    }

    private record Ending(String channel, String verdict) {}
}
