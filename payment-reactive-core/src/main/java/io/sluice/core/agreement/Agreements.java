package io.sluice.core.agreement;

import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.model.IdempotencyKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Agreements as they are kept. All fail with {@link StoreUnavailableException} when the store is away. */
public interface Agreements extends SignedAgreements {

    /** What became of a new one. */
    sealed interface Creation {

        record Created() implements Creation {}

        /**
         * The key was used before, for {@code earlier}.
         *
         * @param same whether by the same request
         */
        record Known(Agreement earlier, boolean same) implements Creation {}
    }

    /**
     * An agreement that somebody is to look after.
     *
     * @param looks how many there were since its last transition, this one included
     */
    record Due(Agreement agreement, int looks) {}

    /** Keeps a new one, its payer's card and telephone number sealed, unless its key was used before. */
    Mono<Creation> create(Agreement agreement, PayerCard payer, IdempotencyKey key);

    /**
     * Puts {@code after} in the place of the version before it, and ends the keeping of what is not needed any more.
     *
     * @param token the channel's, where it came with this
     * @return false when another version was faster: then nothing was changed
     */
    Mono<Boolean> change(Agreement after, @Nullable String token);

    /** Newest first. */
    Flux<Agreement> list(MerchantId merchant, @Nullable AgreementId before, int limit);

    /** Empty when it is not pending any more. */
    Mono<PayerCard> payer(Agreement agreement);

    /** What is due, each handed out once until {@code leasedUntil}. */
    Flux<Due> due(Instant now, Instant leasedUntil, int limit);

    /** Nothing changed, and it is to be looked after again then. */
    Mono<Void> later(Agreement agreement, Instant dueAt);
}
