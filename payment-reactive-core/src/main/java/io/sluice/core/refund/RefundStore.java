package io.sluice.core.refund;

import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.id.RefundId;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.model.RefundTransition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The refunds on record. Writes are gathered and complete after their commit; they fail with
 * {@link StoreUnavailableException} when nothing was written and {@link WriteInDoubtException} when that is not known.
 */
public interface RefundStore {

    /**
     * Writes a new refund, what it reserves of its payment, its event and its idempotency key, unless the key was used
     * before or the payment has another version than the one that was decided on.
     */
    Mono<Creation> create(RefundTransition reservation, IdempotencyKey key);

    /** Writes a decision if the payment still has the version that it was taken on. */
    Mono<Recording> record(RefundTransition decision);

    /** Whether a key was used before, and for what; empty when it was not. */
    Mono<Creation> claimed(MerchantId merchantId, IdempotencyKey key);

    /** Empty when the merchant has no such refund. */
    Mono<Refund> find(MerchantId merchantId, RefundId id);

    /** Newest first, strictly older than {@code before}. */
    Flux<Refund> list(MerchantId merchantId, @Nullable PaymentId paymentId, @Nullable RefundId before, int limit);

    /**
     * Takes refunds that are due, so that no other instance takes them before {@code lease} has passed; counts one inquiry
     * for each.
     */
    Mono<List<Refund>> takeDue(Instant now, Duration lease, int limit);

    /** Sets when a refund that was taken is due again, or never; does nothing if it was concluded meanwhile. */
    Mono<Void> postpone(Refund taken, @Nullable Instant dueAt);

    /** Makes a refund due, if it still has this version: somebody has reason to ask the channel. */
    Mono<Void> wake(Refund refund, Instant dueAt);

    /** What became of a new refund. */
    sealed interface Creation {

        /** Durable: the channel may be called. */
        record Created(Refund refund, Payment payment) implements Creation {}

        /**
         * The same request was made before.
         *
         * @param refund as it stood when it was first answerable: after its first conclusion, or as created
         */
        record Replayed(Refund refund) implements Creation {}

        /** The key was used with another body. */
        record KeyReused() implements Creation {}

        /** The payment moved on; decide again on {@code current}. */
        record Stale(Payment current) implements Creation {}
    }

    /** What became of a decision. */
    sealed interface Recording {

        record Recorded(Refund refund, Payment payment) implements Recording {}

        /** Somebody else was first; decide again on these. */
        record Stale(Refund current, Payment payment) implements Recording {}
    }
}
