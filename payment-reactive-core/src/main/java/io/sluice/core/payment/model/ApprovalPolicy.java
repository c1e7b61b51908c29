package io.sluice.core.payment.model;

import io.sluice.core.channel.ChannelOutcome.Approved;
import java.time.Instant;
import java.util.List;

/**
 * What a channel's "paid" means. Money that came is never passed over: it is the success that was waited for, a conflict
 * (docs/adr/006-money-twice.md), or a mismatch for people to look at.
 */
final class ApprovalPolicy {

    private ApprovalPolicy() {}

    static Conclusion approve(Payment payment, PaymentAttempt attempt, Approved approved, Instant now) {
        if (!approved.paid().equals(payment.amount())) {
            return new Conclusion.Mismatch(
                    "the channel speaks of " + approved.paid() + ", the payment is over " + payment.amount());
        }
        if (attempt.state() == AttemptState.SUCCEEDED || attempt.isVoided()) {
            return repeated(attempt, approved);
        }
        if (payment.captureMethod() == CaptureMethod.MANUAL) {
            return new Conclusion.Mismatch("the channel says that all of it was collected, as "
                    + approved.channelReference() + ", but it was to be held and is collected by captures");
        }
        PaymentState next = isAwaited(payment, attempt) ? PaymentState.SUCCEEDED : PaymentState.CONFLICTED;
        if (!Transitions.mayFollow(payment.state(), next)
                || !Transitions.allows(attempt.state(), AttemptState.SUCCEEDED)) {
            return new Conclusion.Mismatch("the channel says that it was paid, as " + approved.channelReference()
                    + ", but the payment is " + payment.state() + " and its attempt " + attempt.state());
        }
        return new Conclusion.Changed(new Transition(
                payment.version(), List.of(paid(payment, attempt, approved.channelReference(), next, now))));
    }

    private static Conclusion repeated(PaymentAttempt attempt, Approved approved) {
        return approved.channelReference().equals(attempt.channelReference())
                ? new Conclusion.Unchanged("already succeeded")
                : new Conclusion.Mismatch("the attempt was paid as " + attempt.channelReference()
                        + ", now the channel says as " + approved.channelReference());
    }

    /** Whether the payment waits for this very attempt: nothing was paid or given up before. */
    private static boolean isAwaited(Payment payment, PaymentAttempt attempt) {
        return switch (payment.state()) {
            case FAILED, CLOSED, SUCCEEDED, CONFLICTED, REVERSED -> false;
            default -> !attempt.state().isSafelyOver();
        };
    }

    private static PaymentChange paid(
            Payment payment, PaymentAttempt attempt, String reference, PaymentState next, Instant now) {
        Instant dueAt = isTooLate(payment, attempt, next) ? now : null;
        PaymentAttempt paid = attempt.to(AttemptState.SUCCEEDED, reference, null, dueAt, now);
        String reason = "paid, " + attempt.channel() + " " + reference
                + (attempt.state().isSafelyOver() ? ", of which it had said " + attempt.state() : "");
        long minor = payment.amount().minor();
        PaymentTotals totals = next == PaymentState.CONFLICTED
                ? payment.totals().conflicted(minor)
                : payment.totals().collected(minor);
        return PaymentChange.of(payment.state(), reason, payment.with(totals).next(next, null, null, paid, now));
    }

    /**
     * Then it is looked at once more, and given back where that is the merchant's wish (docs/adr/015-giving-back.md). A channel
     * that had said it was taken back contradicts itself, and only people find out whether there is anything to give.
     */
    private static boolean isTooLate(Payment payment, PaymentAttempt attempt, PaymentState next) {
        return next == PaymentState.CONFLICTED
                && attempt.state() != AttemptState.REVERSED
                && switch (payment.state()) {
                    case FAILED, CLOSED, REVERSED -> true;
                    default -> false;
                };
    }
}
