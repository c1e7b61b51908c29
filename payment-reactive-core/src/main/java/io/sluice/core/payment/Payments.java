package io.sluice.core.payment;

import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentAttempt;
import io.sluice.core.payment.model.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The payments on record. Writes are gathered and complete after their commit; they fail with
 * {@link StoreUnavailableException} when nothing was written and {@link WriteInDoubtException} when that is not known.
 */
public interface Payments {

    /** Writes a new payment, its attempt, its event and its idempotency key, unless the key was used before. */
    Mono<Acceptance> accept(Transition acceptance, IdempotencyKey key);

    /** What became of an earlier request with this key; empty when there was none. */
    Mono<Acceptance> acceptedBefore(MerchantId merchantId, IdempotencyKey key);

    /** Writes a decision if the payment still has the version that it was taken on. */
    Mono<Recording> record(Transition decision);

    /** Empty when the merchant has no such payment. */
    Mono<Payment> find(MerchantId merchantId, PaymentId id);

    /** Empty when the merchant has no such attempt. */
    Mono<Payment> findByAttempt(MerchantId merchantId, AttemptId id);

    /** Newest first, strictly older than {@code before}. */
    Flux<Payment> list(MerchantId merchantId, @Nullable String merchantOrderNo, @Nullable PaymentId before, int limit);

    /**
     * Takes attempts that are due, so that no other instance takes them before {@code lease} has passed; counts one
     * inquiry for each.
     */
    Mono<List<DueAttempt>> takeDue(Instant now, Duration lease, int limit);

    /** Sets when an attempt is due again, or never; does nothing if it was concluded meanwhile. */
    Mono<Void> postpone(DueAttempt attempt, @Nullable Instant dueAt);

    /**
     * Gives attempts back that were taken and not asked for: each is due again at its time, and the inquiry is not counted.
     * Does nothing about those that were concluded meanwhile.
     */
    Mono<Void> giveBack(Map<DueAttempt, Instant> attempts);

    /** What became of an acceptance. */
    sealed interface Acceptance {

        /** Durable: the channel may be called. */
        record Accepted(Payment payment) implements Acceptance {}

        /**
         * The same request was made before.
         *
         * @param payment as it stood when it was first answerable: after the channel's first word that ended in no further attempt, or
         *     else as it stands
         */
        record Replayed(Payment payment) implements Acceptance {}

        /** The key was used with another body. */
        record KeyReused() implements Acceptance {}
    }

    /** What became of a decision. */
    sealed interface Recording {

        record Recorded(Payment payment) implements Recording {}

        /** Somebody else was first; decide again on {@code current}. */
        record Stale(Payment current) implements Recording {}
    }

    /** An attempt whose time has come. */
    record DueAttempt(MerchantId merchantId, PaymentId paymentId, PaymentAttempt attempt) {}
}
