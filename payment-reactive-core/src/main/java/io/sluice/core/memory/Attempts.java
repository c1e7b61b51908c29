package io.sluice.core.memory;

import io.sluice.core.id.AttemptId;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes to attempts that are no transitions: when they are due and how often they were inquired. */
public final class Attempts {

    private Attempts() {}

    /** Inquiries are counted beside decisions; a decision never takes one back. */
    static Payment keepInquiries(Payment decided, Payment current) {
        Map<AttemptId, Integer> counted = new HashMap<>();
        current.attempts().forEach(attempt -> counted.put(attempt.id(), attempt.inquiries()));
        return each(
                decided,
                attempt -> due(
                        attempt,
                        attempt.dueAt(),
                        Math.max(attempt.inquiries(), counted.getOrDefault(attempt.id(), 0))));
    }

    /** What a capture, a void or a refund makes of its payment; an attempt of which it says nothing is not touched. */
    static Payment keepBeside(Payment decided, Payment current) {
        Map<AttemptId, PaymentAttempt> known = new HashMap<>();
        current.attempts().forEach(attempt -> known.put(attempt.id(), attempt));
        return each(decided, attempt -> {
            PaymentAttempt before = known.get(attempt.id());
            return before != null && before.state() == attempt.state() && before.code() == attempt.code()
                    ? before
                    : attempt;
        });
    }

    public static PaymentAttempt due(PaymentAttempt attempt, @Nullable Instant dueAt, int inquiries) {
        return new PaymentAttempt(
                attempt.id(),
                attempt.account(),
                attempt.channel(),
                attempt.state(),
                attempt.channelReference(),
                attempt.channelCode(),
                attempt.code(),
                dueAt,
                inquiries,
                attempt.createdAt(),
                attempt.updatedAt(),
                attempt.overBefore());
    }

    public static Payment each(Payment payment, UnaryOperator<PaymentAttempt> change) {
        return payment.with(payment.attempts().stream().map(change).toList());
    }
}
