package io.sluice.core.payout;

import io.sluice.core.channel.Beneficiary;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PayoutId;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutTerms;
import io.sluice.core.payout.model.PayoutTransition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The payouts on record, and what they took of what merchants are due. Writes are gathered and complete after their commit; they
 * fail with {@link StoreUnavailableException} when nothing was written and {@link WriteInDoubtException} when that is not known.
 */
public interface Payouts {

    /**
     * Writes a new payout, its beneficiary sealed, what it takes, its events and its idempotency key: all of it, or nothing where
     * the key was used before or less is available than it takes.
     */
    Mono<Creation> create(PayoutTransition request, IdempotencyKey key, Beneficiary beneficiary);

    /** Writes a decision if the payout still has the version that it was taken on, and what it takes is available. */
    Mono<Recording> record(PayoutTransition decision);

    /** Empty when the merchant has no such payout. */
    Mono<Payout> find(MerchantId merchantId, PayoutId id);

    /** Newest first, strictly older than {@code before}. */
    Flux<Payout> list(MerchantId merchantId, @Nullable PayoutId before, int limit);

    /** Whom a payout goes to, in the clear: for its channel alone. */
    Mono<Beneficiary> beneficiary(Payout payout);

    /** How far payouts go by themselves; where operators have said nothing, {@link PayoutTerms#REVIEW_ALL}. */
    Mono<PayoutTerms> terms(MerchantId merchantId, String currency);

    /** Takes payouts that are due, so that no other instance takes them before {@code lease} has passed; counts one inquiry for each. */
    Mono<List<Payout>> takeDue(Instant now, Duration lease, int limit);

    /** Sets when a payout that was taken is due again, or never; does nothing if it was concluded meanwhile. */
    Mono<Void> postpone(Payout taken, @Nullable Instant dueAt);

    /** Makes a payout due, if it still has this version: somebody has reason to ask the channel. */
    Mono<Void> wake(Payout payout, Instant dueAt);

    /** What became of a new payout. */
    sealed interface Creation {

        /** Durable: if it is SENT, the channel may be called. */
        record Created(Payout payout) implements Creation {}

        /**
         * The same request was made before.
         *
         * @param payout as it stood when it was first answerable: after its first conclusion, or as created
         */
        record Replayed(Payout payout) implements Creation {}

        /** The key was used with another body. */
        record KeyReused() implements Creation {}

        /** The merchant is due less than that. Nothing was written, and the key is free. */
        record Insufficient() implements Creation {}
    }

    /** What became of a decision. */
    sealed interface Recording {

        record Recorded(Payout payout) implements Recording {}

        /** Somebody else was first; decide again on this. */
        record Stale(Payout current) implements Recording {}

        /** What it would take is not available. Nothing was written. */
        record Insufficient() implements Recording {}
    }
}
