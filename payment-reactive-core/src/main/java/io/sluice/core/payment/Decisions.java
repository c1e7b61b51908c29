package io.sluice.core.payment;

import io.sluice.core.audit.Actor;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.Conclusions.Concluded;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import reactor.core.publisher.Mono;

/**
 * People decide: first it is recorded who said so and how they know, then the payment is changed as by a channel's word,
 * by compare-and-set. A truth that comes meanwhile wins, and the decision is refused.
 */
public final class Decisions {

    private final Payments payments;
    private final DecisionRecords records;
    private final Conclusions conclusions;
    private final Clock clock;

    public Decisions(Payments payments, DecisionRecords records, Conclusions conclusions, Clock clock) {
        this.payments = payments;
        this.records = records;
        this.conclusions = conclusions;
        this.clock = clock;
    }

    /** What became of a decision. */
    public sealed interface Answer {

        /** The payment has been changed. */
        record Decided(Payment payment) implements Answer {}

        /** Somebody else has to decide the same. */
        record Proposed(Payment payment, Set<String> by) implements Answer {}

        /** It is not what this payment needs. */
        record Refused(String reason) implements Answer {}
    }

    /** Empty when the payment needs nobody. */
    public Mono<Answer> decide(Actor operator, PaymentId id, Decision decision) {
        return records.waiting(id)
                .flatMap(waiting -> payments.find(waiting.merchantId(), id))
                .flatMap(payment -> decide(operator, payment, decision));
    }

    private Mono<Answer> decide(Actor operator, Payment payment, Decision decision) {
        return payment.decided(decision, operator.name(), clock.instant()) instanceof Conclusion.Changed
                ? records.record(operator, payment, decision).flatMap(by -> carryOut(payment, decision, by))
                : Mono.just(refused(payment.decided(decision, operator.name(), clock.instant())));
    }

    private Mono<Answer> carryOut(Payment payment, Decision decision, Set<String> by) {
        if (by.size() < decision.kind().people()) {
            return Mono.just(new Answer.Proposed(payment, by));
        }
        return conclusions
                .decide(payment, decision, String.join(" and ", new TreeSet<>(by)))
                .map(Decisions::answer);
    }

    private static Answer answer(Concluded concluded) {
        return concluded.conclusion() instanceof Conclusion.Changed
                ? new Answer.Decided(concluded.payment())
                : refused(concluded.conclusion());
    }

    private static Answer refused(Conclusion conclusion) {
        return new Answer.Refused(
                switch (conclusion) {
                    case Conclusion.Unchanged(String reason) -> reason;
                    case Conclusion.Mismatch(String reason) -> reason;
                    case Conclusion.Changed _ -> "it was decided";
                });
    }
}
