package io.sluice.core.payment.model;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Absent;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.ChannelOutcome.Authorized;
import io.sluice.core.channel.ChannelOutcome.Closed;
import io.sluice.core.channel.ChannelOutcome.Declined;
import io.sluice.core.channel.ChannelOutcome.Irreversible;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Reversed;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.OutcomeCode;
import io.sluice.core.id.AttemptId;
import io.sluice.core.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a channel's word to the payment's next state. Duplicates and late arrivals fall out as Unchanged. */
final class OutcomePolicy {

    private OutcomePolicy() {}

    static Conclusion conclude(Payment payment, AttemptId attemptId, ChannelOutcome outcome, Instant now) {
        Optional<PaymentAttempt> attempt = payment.attempts().stream()
                .filter(known -> known.id().equals(attemptId))
                .findFirst();
        if (attempt.isEmpty()) {
            return new Conclusion.Mismatch(attemptId + " is no attempt of " + payment.id());
        }
        return new Step(payment, attempt.get(), now).apply(outcome);
    }

    private record Step(Payment payment, PaymentAttempt attempt, Instant now) {

        Conclusion apply(ChannelOutcome outcome) {
            if (attempt.isBeingReversed() && !ReversalPolicy.answers(outcome)) {
                return new Conclusion.Unchanged("it is being reversed, and only the answer to that counts");
            }
            return switch (outcome) {
                case Approved approved -> ApprovalPolicy.approve(payment, attempt, approved, now);
                case Authorized authorized -> AuthorizationPolicy.authorize(payment, attempt, authorized, now);
                case Pending pending -> pending(pending);
                case Declined declined ->
                    over(AttemptState.DECLINED, declined.code(), declined.meaning(), declined.message());
                case NotSent notSent ->
                    over(AttemptState.NOT_SENT, notSent.code(), notSent.meaning(), notSent.message());
                case Absent absent ->
                    over(
                            AttemptState.ABSENT,
                            absent.code(),
                            OutcomeCode.ABSENT_AT_CHANNEL,
                            "the channel never received the order; it was not paid");
                case Closed closed -> closed(closed);
                case Reversed reversed ->
                    over(
                            AttemptState.REVERSED,
                            reversed.code(),
                            OutcomeCode.REVERSED_AT_CHANNEL,
                            "nobody knew what became of the order, so that the channel took it back");
                case Irreversible(Money paid, String reference) ->
                    ApprovalPolicy.approve(payment, attempt, new Approved(paid, reference), now);
                case Unknown unknown -> unknown(unknown);
            };
        }

        private Conclusion pending(Pending pending) {
            if (attempt.state() == AttemptState.ACCEPTED || isManualBecauseItDoesNotClose()) {
                return new Conclusion.Unchanged("still pending");
            }
            PaymentAttempt accepted =
                    attempt.to(AttemptState.ACCEPTED, pending.channelReference(), null, nextInquiry(), now);
            PaymentState next = stateWhilePending(pending.nextAction());
            return change(next, accepted, pending.nextAction(), null, "accepted by " + attempt.channel());
        }

        private boolean isManualBecauseItDoesNotClose() {
            return attempt.state() == AttemptState.MANUAL && payment.state() == PaymentState.CLOSING;
        }

        /** A close that has begun stays begun, whatever the channel says meanwhile. */
        private PaymentState stateWhilePending(@Nullable NextAction action) {
            if (payment.state() == PaymentState.CLOSING) {
                return PaymentState.CLOSING;
            }
            return action == null ? PaymentState.PROCESSING : PaymentState.REQUIRES_ACTION;
        }

        private Conclusion over(AttemptState state, String code, OutcomeCode meaning, String message) {
            PaymentAttempt over = attempt.to(state, null, code, null, now).meaning(meaning);
            Failure failure = Failure.of(meaning, message);
            PaymentState next = stateWhenOver();
            return change(
                    next, over, null, next == PaymentState.FAILED ? failure : null, failure.code() + " (" + code + ")");
        }

        /** A conflict stays one, whatever becomes of the other attempts. */
        private PaymentState stateWhenOver() {
            return switch (payment.state()) {
                case CLOSING -> PaymentState.CLOSED;
                case CONFLICTED -> PaymentState.CONFLICTED;
                default -> PaymentState.FAILED;
            };
        }

        private Conclusion closed(Closed closed) {
            PaymentAttempt over = attempt.to(AttemptState.DECLINED, null, closed.code(), null, now)
                    .meaning(OutcomeCode.CLOSED_AT_CHANNEL);
            if (payment.state() == PaymentState.CLOSING || payment.state() == PaymentState.CONFLICTED) {
                return change(stateWhenOver(), over, null, null, "closed at the channel");
            }
            if (!Transitions.allows(attempt.state(), AttemptState.DECLINED)
                    || !Transitions.allows(payment.state(), PaymentState.CLOSING)) {
                return stale(PaymentState.CLOSED, over);
            }
            Payment closing = payment.next(PaymentState.CLOSING, null, null, attempt, now);
            Payment after = closing.next(PaymentState.CLOSED, null, null, over, now);
            List<PaymentChange> changes = new ArrayList<>();
            changes.add(PaymentChange.of(payment.state(), "the channel closed the order", closing));
            changes.add(PaymentChange.of(PaymentState.CLOSING, "closed at the channel", after));
            return new Conclusion.Changed(new Transition(payment.version(), List.copyOf(changes)));
        }

        private Conclusion unknown(Unknown unknown) {
            if (attempt.state() == AttemptState.UNKNOWN || attempt.state() == AttemptState.MANUAL) {
                return new Conclusion.Unchanged("still unknown");
            }
            PaymentAttempt inDoubt = attempt.to(AttemptState.UNKNOWN, null, unknown.code(), nextInquiry(), now);
            if (attempt.state() == AttemptState.ACCEPTED) {
                return new Conclusion.Unchanged("an inquiry without an answer changes nothing");
            }
            return change(payment.state(), inDoubt, payment.nextAction(), null, "outcome unknown: " + unknown.code());
        }

        private Conclusion change(
                PaymentState next,
                PaymentAttempt after,
                @Nullable NextAction action,
                @Nullable Failure failure,
                String reason) {
            // What took money is undone by voids of ours, or found by people not to have: not by a later word of the
            // channel's.
            boolean attemptMoves =
                    attempt.state() != AttemptState.SUCCEEDED && Transitions.allows(attempt.state(), after.state());
            boolean paymentMoves = Transitions.mayFollow(payment.state(), next);
            if (!attemptMoves || !paymentMoves) {
                return stale(next, after);
            }
            Payment changed = payment.next(next, action, failure, after, now);
            return new Conclusion.Changed(
                    new Transition(payment.version(), List.of(PaymentChange.of(payment.state(), reason, changed))));
        }

        private Conclusion stale(PaymentState next, PaymentAttempt after) {
            return new Conclusion.Unchanged("a payment in " + payment.state() + " with its attempt in "
                    + attempt.state() + " does not go to " + next + " with " + after.state());
        }

        private Instant nextInquiry() {
            return InquirySchedule.next(attempt.inquiries(), now, payment.expiresAt());
        }
    }
}
