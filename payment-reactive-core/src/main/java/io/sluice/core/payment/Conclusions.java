package io.sluice.core.payment;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.id.AttemptId;
import io.sluice.core.payment.Payments.Recording;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.Route;
import java.time.Clock;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Decides and records what an outcome means, on whatever version the payment has by then: an answer, a callback and an
 * inquiry that race end in the same state, whichever comes first.
 */
public final class Conclusions {

    private final Payments payments;
    private final Clock clock;

    public Conclusions(Payments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    public Mono<Concluded> conclude(Payment payment, AttemptId attempt, ChannelOutcome outcome) {
        return decide(payment, current -> current.concluded(attempt, outcome, clock.instant()));
    }

    /** As {@link #conclude}, and goes on to another attempt where that is allowed by then. */
    public Mono<Concluded> retry(
            Payment payment, AttemptId attempt, ChannelOutcome outcome, AttemptId next, Route route) {
        return decide(payment, current -> current.retried(attempt, outcome, next, route, clock.instant()));
    }

    public Mono<Concluded> expire(Payment payment) {
        return decide(payment, current -> current.expired(clock.instant()));
    }

    public Mono<Concluded> cancel(Payment payment) {
        return decide(payment, current -> current.cancelled(clock.instant()));
    }

    /** Begins to take back what nobody knows: then the channel may be asked for it. */
    public Mono<Concluded> reverse(Payment payment, AttemptId attempt) {
        return decide(payment, current -> current.reversing(attempt, clock.instant()));
    }

    public Mono<Concluded> escalate(Payment payment, AttemptId attempt) {
        return decide(payment, current -> current.escalated(attempt, clock.instant()));
    }

    /** @param by who decided */
    public Mono<Concluded> decide(Payment payment, Decision decision, String by) {
        return decide(payment, current -> current.decided(decision, by, clock.instant()));
    }

    private Mono<Concluded> decide(Payment payment, Function<Payment, Conclusion> decision) {
        return Mono.defer(() -> {
            Conclusion conclusion = decision.apply(payment);
            return conclusion instanceof Conclusion.Changed changed
                    ? payments.record(changed.transition()).flatMap(recording -> settle(recording, changed, decision))
                    : Mono.just(new Concluded(payment, conclusion));
        });
    }

    private Mono<Concluded> settle(Recording recording, Conclusion conclusion, Function<Payment, Conclusion> decision) {
        return switch (recording) {
            case Recording.Recorded recorded -> Mono.just(new Concluded(recorded.payment(), conclusion));
            case Recording.Stale stale -> decide(stale.current(), decision);
        };
    }

    /** @param payment as it stands now, changed or not */
    public record Concluded(Payment payment, Conclusion conclusion) {}
}
