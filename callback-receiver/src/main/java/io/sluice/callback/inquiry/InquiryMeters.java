package io.sluice.callback.inquiry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.Conclusions.Concluded;
import io.sluice.core.payment.Payments.DueAttempt;
import io.sluice.core.payment.model.Conclusion;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import reactor.core.publisher.Mono;

/** {@code sluice.inquiry}: time from a question to the record of its answer, by outcome; and one log line each. */
final class InquiryMeters {

    private static final Logger log = LoggerFactory.getLogger("io.sluice.callback.inquiry");

    private final MeterRegistry meters;
    private final Counter left;
    private final Counter paced;
    private final Counter manual;
    private final Map<Ending, Timer> timers = new ConcurrentHashMap<>();

    InquiryMeters(MeterRegistry meters) {
        this.meters = meters;
        this.left = Counter.builder("sluice.inquiry.left")
                .description("what is due and left to the end of their lease: their account is busy, or it failed")
                .register(meters);
        this.paced = Counter.builder("sluice.inquiry.paced")
                .description("what is due and comes again later: their account is asked as fast as it may be")
                .register(meters);
        this.manual = Counter.builder("sluice.payments.manual")
                .description("payments whose outcome is not known after the last inquiry of the schedule")
                .register(meters);
    }

    /** One question that was answered, as far as it was. */
    record Asked(DueAttempt due, String operation, ChannelOutcome outcome, Concluded concluded) {

        String outcomeLabel() {
            return label(outcome);
        }

        String conclusionLabel() {
            return label(concluded.conclusion());
        }

        private static String label(Object sealed) {
            return sealed.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }
    }

    UnaryOperator<Mono<Asked>> observed() {
        return asking -> Mono.defer(() -> {
            long startedNanos = System.nanoTime();
            return asking.doOnNext(asked -> tell(asked, System.nanoTime() - startedNanos));
        });
    }

    /**
     * What nobody follows up now; another look comes when its lease ends.
     *
     * @param id of an attempt, a capture, a void or a refund
     */
    void left(MerchantId merchant, PaymentId payment, String id, String reason) {
        left.increment();
        log.atWarn()
                .addKeyValue("merchant_id", merchant.toString())
                .addKeyValue("payment_id", payment.toString())
                .addKeyValue("due_id", id)
                .addKeyValue("reason", reason)
                .log("inquiry left");
    }

    /** An alarm: the inquiries of the schedule are used up, and people must find out. */
    void needsPeople(DueAttempt due) {
        manual.increment();
        log.atError()
                .addKeyValue("channel", due.attempt().channel())
                .addKeyValue("merchant_id", due.merchantId().toString())
                .addKeyValue("payment_id", due.paymentId().toString())
                .addKeyValue("attempt_id", due.attempt().id().toString())
                .addKeyValue("inquiries", due.attempt().inquiries())
                .log("payment needs people");
    }

    /** What was sent away because their account is asked as fast as it may be. */
    void paced(int howMany) {
        paced.increment(howMany);
    }

    private void tell(Asked asked, long nanos) {
        timers.computeIfAbsent(Ending.of(asked), this::register).record(nanos, TimeUnit.NANOSECONDS);
        log.atLevel(asked.concluded().conclusion() instanceof Conclusion.Mismatch ? Level.WARN : Level.INFO)
                .addKeyValue("channel", asked.due().attempt().channel())
                .addKeyValue("merchant_id", asked.due().merchantId().toString())
                .addKeyValue("payment_id", asked.due().paymentId().toString())
                .addKeyValue("attempt_id", asked.due().attempt().id().toString())
                .addKeyValue("operation", asked.operation())
                .addKeyValue("outcome", asked.outcomeLabel())
                .addKeyValue("outcome_code", code(asked.outcome()))
                .addKeyValue("conclusion", asked.conclusionLabel())
                .addKeyValue("state", asked.concluded().payment().state().name())
                .addKeyValue("inquiries", asked.due().attempt().inquiries())
                .addKeyValue("duration_us", TimeUnit.NANOSECONDS.toMicros(nanos))
                .log("inquiry");
    }

    private Timer register(Ending ending) {
        return Timer.builder("sluice.inquiry")
                .description("questions to channels from asking to the record of the answer")
                .tag("channel", ending.channel)
                .tag("operation", ending.operation)
                .tag("outcome", ending.outcome)
                .register(meters);
    }

    private record Ending(String channel, String operation, String outcome) {

        static Ending of(Asked asked) {
            return new Ending(asked.due().attempt().channel(), asked.operation(), asked.outcomeLabel());
        }
    }

    private static String code(ChannelOutcome outcome) {
        return switch (outcome) {
            case ChannelOutcome.Approved approved -> approved.channelReference();
            case ChannelOutcome.Authorized authorized -> authorized.channelReference();
            case ChannelOutcome.Pending pending -> "";
            case ChannelOutcome.Declined declined -> declined.code();
            case ChannelOutcome.Closed closed -> closed.code();
            case ChannelOutcome.Reversed reversed -> reversed.code();
            case ChannelOutcome.Irreversible stands -> stands.channelReference();
            case ChannelOutcome.NotSent notSent -> notSent.code();
            case ChannelOutcome.Absent absent -> absent.code();
            case ChannelOutcome.Unknown unknown -> unknown.code();
        };
    }
}
