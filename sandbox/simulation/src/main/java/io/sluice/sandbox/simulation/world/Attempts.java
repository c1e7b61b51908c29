package io.sluice.sandbox.simulation.world;

import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes to attempts that are no transitions: when they are due and how often they were inquired. */
final class Attempts {

    private Attempts() {}

    static PaymentAttempt due(PaymentAttempt attempt, @Nullable Instant dueAt, int inquiries) {
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
                attempt.updatedAt());
    }

    static Payment each(Payment payment, UnaryOperator<PaymentAttempt> change) {
        return new Payment(
                payment.merchantId(),
                payment.id(),
                payment.merchantOrderNo(),
                payment.amount(),
                payment.fee(),
                payment.method(),
                payment.description(),
                payment.payer(),
                payment.metadata(),
                payment.state(),
                payment.nextAction(),
                payment.failure(),
                payment.attempts().stream().map(change).toList(),
                payment.refunds(),
                payment.version(),
                payment.createdAt(),
                payment.updatedAt(),
                payment.expiresAt());
    }
}
