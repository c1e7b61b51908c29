package io.sluice.core.refund.model;

import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.id.RefundId;
import io.sluice.core.payment.model.Conclusion;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.Transition;
import org.jspecify.annotations.Nullable;

/** Refunds to start from. */
public final class RefundFixtures {

    private RefundFixtures() {}

    /** The transition that makes an accepted payment a paid one. */
    public static Transition paid(Payment accepted) {
        Conclusion conclusion = accepted.concluded(
                accepted.lastAttempt().id(),
                new ChannelOutcome.Approved(accepted.amount(), "4200001"),
                accepted.createdAt().plusSeconds(1));
        return ((Conclusion.Changed) conclusion).transition();
    }

    public static RequestRefund command(Payment payment, @Nullable Long amountMinor, String key) {
        byte[] fingerprint = ("body of " + key).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new RequestRefund(
                payment.merchantId(),
                payment.id(),
                amountMinor,
                "the tea was cold",
                new IdempotencyKey("POST /v1/refunds", key, fingerprint));
    }

    /** @throws ClassCastException when it is not granted */
    public static RefundTransition reserved(Payment paid, RequestRefund command) {
        RefundDecision decision = Refund.requested(paid, command, RefundId.next(), paid.updatedAt());
        return ((RefundDecision.Reserved) decision).transition();
    }
}
