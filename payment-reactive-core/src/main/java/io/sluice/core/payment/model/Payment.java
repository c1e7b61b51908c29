package io.sluice.core.payment.model;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stands after {@code version} transitions.
 *
 * @param fee what the merchant owes for all of it; for a part that is captured, pro rata
 * @param agreement by which the payer is charged; null where the payer pays
 * @param nextAction what the payer must do now, while the state is REQUIRES_ACTION
 * @param attempts oldest first
 * @param totals how much of it is held, collected and given back, and about to be
 * @param expiresAt when the payer's time is over; of a payment that is AUTHORIZED, when what is held is let go
 * @param version how many transitions there were; also the sequence of the last event
 */
public record Payment(
        MerchantId merchantId,
        PaymentId id,
        String merchantOrderNo,
        Money amount,
        Money fee,
        String method,
        CaptureMethod captureMethod,
        String description,
        @Nullable String payer,
        @Nullable AgreementId agreement,
        Map<String, String> metadata,
        PaymentState state,
        @Nullable NextAction nextAction,
        @Nullable Failure failure,
        List<PaymentAttempt> attempts,
        PaymentTotals totals,
        int version,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt) {

    /** Times are kept to the microsecond, which is all that the database holds. */
    public Payment {
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MICROS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** A new payment with its first attempt, about to be sent along {@code route}. */
    public static Transition accepted(
            AcceptPayment command, PaymentId id, AttemptId attemptId, Route route, Money fee, Instant now) {
        Instant dueAt = InquirySchedule.afterSubmission(now, command.expiresAt());
        Payment payment = new Payment(
                command.merchantId(),
                id,
                command.merchantOrderNo(),
                command.amount(),
                fee,
                command.method(),
                command.captureMethod(),
                command.description(),
                command.payer(),
                command.agreement(),
                command.metadata(),
                PaymentState.PROCESSING,
                null,
                null,
                List.of(PaymentAttempt.sent(attemptId, route, dueAt, now)),
                PaymentTotals.NONE,
                1,
                now,
                now,
                command.expiresAt());
        String reason = "routed to " + route.shown();
        return new Transition(0, List.of(PaymentChange.along(route, PaymentState.CREATED, reason, payment)));
    }

    /** What a channel's word about an attempt means, wherever it came from: an answer, a callback or an inquiry. */
    public Conclusion concluded(AttemptId attemptId, ChannelOutcome outcome, Instant now) {
        return OutcomePolicy.conclude(this, attemptId, outcome, now);
    }

    /** Whether another attempt may follow when {@code outcome} is what became of the last one. */
    public boolean mayBeRetried(ChannelOutcome outcome, Instant now) {
        return CascadePolicy.allows(this, outcome, now);
    }

    /**
     * As {@link #concluded}, but where another attempt may follow it follows in the same transition, about to be sent along
     * {@code route}.
     */
    public Conclusion retried(
            AttemptId attemptId, ChannelOutcome outcome, AttemptId nextAttemptId, Route route, Instant now) {
        return CascadePolicy.retry(this, attemptId, outcome, nextAttemptId, route, now);
    }

    /** The payer's time is over: the channel is asked to close the order before anything else is said. */
    public Conclusion expired(Instant now) {
        return ExpiryPolicy.expire(this, now);
    }

    /** The merchant gives it up: as with expiry, the channel is asked to close the order before anything else is said. */
    public Conclusion cancelled(Instant now) {
        return CancelPolicy.cancel(this, now);
    }

    /** The channel is asked to take back an attempt that nobody knows the outcome of. */
    public Conclusion reversing(AttemptId attemptId, Instant now) {
        return ReversalPolicy.begin(this, attemptId, now);
    }

    /** Calls people to an attempt that nobody knows the outcome of after all the inquiries of the schedule. */
    public Conclusion escalated(AttemptId attemptId, Instant now) {
        return EscalationPolicy.escalate(this, attemptId, now);
    }

    /** What people decided, by the same rules as a channel's word; {@code Unchanged} says why it is not theirs to decide. */
    public Conclusion decided(Decision decision, String by, Instant now) {
        return DecisionPolicy.decide(this, decision, by, now);
    }

    public PaymentAttempt lastAttempt() {
        return attempts.getLast();
    }

    /** Whether the first word of a channel is still to come: until then there is no answer to the request to pay. */
    public boolean isUnderWay() {
        return state == PaymentState.PROCESSING && lastAttempt().state() == AttemptState.SENT;
    }

    /** This payment one transition later. */
    Payment next(
            PaymentState nextState,
            @Nullable NextAction action,
            @Nullable Failure nextFailure,
            PaymentAttempt attempt,
            Instant now) {
        List<PaymentAttempt> nextAttempts = new ArrayList<>(attempts);
        nextAttempts.replaceAll(known -> known.id().equals(attempt.id()) ? attempt : known);
        return copy(nextState, action, nextFailure, List.copyOf(nextAttempts), totals, version + 1, now, expiresAt);
    }

    /** This payment with its last attempt over and another one made. */
    Payment next(PaymentAttempt over, PaymentAttempt another, Instant now) {
        List<PaymentAttempt> nextAttempts = new ArrayList<>(attempts.subList(0, attempts.size() - 1));
        nextAttempts.add(over);
        nextAttempts.add(another);
        return copy(
                PaymentState.PROCESSING, null, null, List.copyOf(nextAttempts), totals, version + 1, now, expiresAt);
    }

    /** This payment one transition of a capture, a void or a refund later: what moved is money, and the sequence. */
    public Payment moved(PaymentTotals nextTotals, Instant now) {
        return copy(state, nextAction, failure, attempts, nextTotals, version + 1, now, expiresAt);
    }

    /** What was held and is neither captured nor held any more, in minor units. */
    public long releasedMinor() {
        return switch (state) {
            case AUTHORIZED, PARTIALLY_CAPTURED -> 0;
            default -> totals.leftToCapture();
        };
    }

    /** The same, with what became of the money that an attempt took. */
    public Payment told(AttemptId attemptId, OutcomeCode meaning, Instant now) {
        PaymentAttempt told = attempt(attemptId).told(meaning, now);
        return with(attempts.stream()
                .map(known -> known.id().equals(attemptId) ? told : known)
                .toList());
    }

    /** The same, with the charge of an attempt undone as if it had not been. */
    public Payment voided(AttemptId attemptId, Instant now) {
        PaymentAttempt voided = attempt(attemptId).voided(now);
        return with(attempts.stream()
                .map(known -> known.id().equals(attemptId) ? voided : known)
                .toList());
    }

    /** This payment one transition later, after a capture or a void decided what becomes of its attempt. */
    public Payment settled(PaymentState nextState, AttemptId attemptId, AttemptState attemptState, Instant now) {
        PaymentAttempt attempt = attempt(attemptId);
        // What is held again is let go of when its time is over, as before.
        Instant dueAt = attemptState == AttemptState.AUTHORIZED ? expiresAt : null;
        return next(
                nextState,
                null,
                null,
                attempt.state() == attemptState ? attempt : attempt.to(attemptState, null, null, dueAt, now),
                now);
    }

    /** @throws IllegalStateException when it has no such attempt */
    public PaymentAttempt attempt(AttemptId attemptId) {
        return attempts.stream()
                .filter(known -> known.id().equals(attemptId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(attemptId + " is no attempt of " + id));
    }

    /** The same, with other totals. */
    Payment with(PaymentTotals nextTotals) {
        return copy(state, nextAction, failure, attempts, nextTotals, version, updatedAt, expiresAt);
    }

    /** The same, until then. */
    Payment until(Instant nextExpiresAt) {
        return copy(state, nextAction, failure, attempts, totals, version, updatedAt, nextExpiresAt);
    }

    /** The same, with the attempts as they were read. */
    public Payment with(List<PaymentAttempt> known) {
        return copy(state, nextAction, failure, known, totals, version, updatedAt, expiresAt);
    }

    private Payment copy(
            PaymentState nextState,
            @Nullable NextAction action,
            @Nullable Failure nextFailure,
            List<PaymentAttempt> nextAttempts,
            PaymentTotals nextTotals,
            int nextVersion,
            Instant nextUpdatedAt,
            Instant nextExpiresAt) {
        return new Payment(
                merchantId,
                id,
                merchantOrderNo,
                amount,
                fee,
                method,
                captureMethod,
                description,
                payer,
                agreement,
                metadata,
                nextState,
                action,
                nextFailure,
                nextAttempts,
                nextTotals,
                nextVersion,
                createdAt,
                nextUpdatedAt,
                nextExpiresAt);
    }
}
