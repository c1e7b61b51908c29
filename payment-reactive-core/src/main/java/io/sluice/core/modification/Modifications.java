package io.sluice.core.modification;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.ModificationTransition;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.model.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The captures, voids and refunds on record. Writes are gathered and complete after their commit; they fail with
 * {@link StoreUnavailableException} when nothing was written and {@link WriteInDoubtException} when that is not known.
 */
public interface Modifications {

    /**
     * Writes a new modification, what it reserves of its payment, its event and its idempotency key, if it has one, unless
     * the key was used before or the payment has another version than the one that was decided on.
     */
    Mono<Creation> create(ModificationTransition reservation, @Nullable IdempotencyKey key);

    /** Writes a decision if the payment still has the version that it was taken on. */
    Mono<Recording> record(ModificationTransition decision);

    /** Whether a key was used before, and for what; empty when it was not. */
    Mono<Creation> claimed(MerchantId merchantId, IdempotencyKey key);

    /** Empty when the merchant has no such modification. */
    Mono<Modification> find(MerchantId merchantId, ModificationId id);

    /** All of a payment, newest first. */
    Flux<Modification> of(Payment payment);

    /** Of the kinds, newest first, strictly older than {@code before}. */
    Flux<Modification> list(
            MerchantId merchantId,
            Set<ModificationKind> kinds,
            @Nullable PaymentId paymentId,
            @Nullable ModificationId before,
            int limit);

    /**
     * Takes modifications that are due, so that no other instance takes them before {@code lease} has passed; counts one inquiry
     * for each.
     */
    Mono<List<Modification>> takeDue(Instant now, Duration lease, int limit);

    /** Sets when a modification that was taken is due again, or never; does nothing if it was concluded meanwhile. */
    Mono<Void> postpone(Modification taken, @Nullable Instant dueAt);

    /** Makes a modification due, if it still has this version: somebody has reason to ask the channel. */
    Mono<Void> wake(Modification modification, Instant dueAt);

    /** What became of a new modification. */
    sealed interface Creation {

        /** Durable: the channel may be called. */
        record Created(Modification modification, Payment payment) implements Creation {}

        /**
         * The same request was made before.
         *
         * @param modification as it stood when it was first answerable: after its first conclusion, or as created
         */
        record Replayed(Modification modification) implements Creation {}

        /** The key was used with another body. */
        record KeyReused() implements Creation {}

        /** The payment moved on; decide again on {@code current}. */
        record Stale(Payment current) implements Creation {}
    }

    /** What became of a decision. */
    sealed interface Recording {

        record Recorded(Modification modification, Payment payment) implements Recording {}

        /** Somebody else was first; decide again on these. */
        record Stale(Modification current, Payment payment) implements Recording {}
    }
}
