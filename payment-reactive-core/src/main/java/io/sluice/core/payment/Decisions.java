package io.sluice.core.payment;

import io.sluice.core.audit.Actor;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.Conclusions.Concluded;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.Decision;
import io.sluice.core.payment.model.Payment;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * People decide: first it is recorded who said so and how they know, then the payment is changed as by a channel's word,
 * by compare-and-set. A truth that comes meanwhile wins, and the decision is refused.
 */
public final class Decisions {

    private final Payments payments;
    private final DecisionRecords records;
    private final Conclusions conclusions;
    private final Returns returns;
    private final Clock clock;

    public Decisions(
            Payments payments, DecisionRecords records, Conclusions conclusions, Returns returns, Clock clock) {
        this.payments = payments;
        this.records = records;
        this.conclusions = conclusions;
        this.returns = returns;
        this.clock = clock;
    }

    /** How money that came twice or too late is given back. */
    public interface Returns {

        /** Why that may not be done now; empty when it may. */
        Mono<String> objection(Payment payment);

        /** @param by who decided so, and how they know */
        Mono<Answer> giveBack(Payment payment, String by);
    }

    /** What became of a decision. */
    public sealed interface Answer {

        /** The payment has been changed. */
        record Decided(Payment payment) implements Answer {}

        /** What came goes back; the payment tells how far that is. */
        record GivingBack(Payment payment, String refund) implements Answer {}

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
        return objection(operator, payment, decision)
                .<Answer>map(Answer.Refused::new)
                .switchIfEmpty(Mono.defer(() -> records.record(operator, payment, decision)
                        .flatMap(by -> carryOut(payment, decision, people(by)))));
    }

    private Mono<String> objection(Actor operator, Payment payment, Decision decision) {
        return notNeeded(operator, payment, decision)
                .switchIfEmpty(Mono.defer(() -> records.by(payment, decision))
                        .map(Decisions::people)
                        .filter(by -> by.contains(operator.name())
                                && by.size() < decision.kind().people())
                        .map(by -> operator.name() + " proposed to "
                                + decision.kind().wireName() + " already: another operator has to confirm it"));
    }

    private Mono<String> notNeeded(Actor operator, Payment payment, Decision decision) {
        return decision.kind() == Decision.Kind.GIVE_BACK
                ? returns.objection(payment)
                : Mono.justOrEmpty(objection(payment.decided(decision, operator.name(), clock.instant())));
    }

    /** What the gateway did by itself confirms nobody's decision. */
    private static Set<String> people(Set<String> by) {
        return by.stream().filter(who -> !who.equals(Actor.GATEWAY.name())).collect(Collectors.toUnmodifiableSet());
    }

    private Mono<Answer> carryOut(Payment payment, Decision decision, Set<String> by) {
        if (by.size() < decision.kind().people()) {
            return Mono.just(new Answer.Proposed(payment, by));
        }
        String people = String.join(" and ", new TreeSet<>(by));
        return decision.kind() == Decision.Kind.GIVE_BACK
                ? returns.giveBack(payment, people + ": " + decision.evidence())
                : conclusions.decide(payment, decision, people).map(Decisions::answer);
    }

    private static Answer answer(Concluded concluded) {
        return objection(concluded.conclusion())
                .<Answer>map(Answer.Refused::new)
                .orElseGet(() -> new Answer.Decided(concluded.payment()));
    }

    private static Optional<String> objection(Conclusion conclusion) {
        return switch (conclusion) {
            case Conclusion.Unchanged(String reason) -> Optional.of(reason);
            case Conclusion.Mismatch(String reason) -> Optional.of(reason);
            case Conclusion.Changed _ -> Optional.empty();
        };
    }
}
