package io.sluice.core.channel;

import io.sluice.core.money.Money;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Sends money of this account to whom a merchant names. */
public interface PaysOut extends Channel {

    /** What it can send, and to whom. */
    PayoutCapability payouts();

    /**
     * Asks for a payout. Repeating the same one is harmless: {@link PayoutOrder#number()} makes it idempotent. A channel that refuses a
     * repeated number has the first, and is asked about it: that is no {@link ModificationOutcome.Refused}.
     *
     * @return one outcome, always; never an error and never empty. {@link ModificationOutcome.Processing} says that the channel
     *     took it on, which is not yet paid
     */
    Mono<ModificationOutcome> payOut(PayoutOrder order);

    /**
     * Asks what became of a payout. {@link ModificationOutcome.Returned} is said of one that was paid and has bounced.
     * {@link ModificationOutcome.Absent} is what the channel says now; whether that is definite is the caller's to decide, by the
     * in-doubt window of {@link Capabilities}.
     *
     * @return one outcome, always; never an error and never empty
     */
    Mono<ModificationOutcome> inquirePayout(PayoutOrder order);

    /**
     * @param currencies ISO 4217 codes
     * @param beneficiaries types of {@link Beneficiary}
     */
    record PayoutCapability(Set<String> currencies, Set<String> beneficiaries, long minMinor, long maxMinor) {

        public boolean covers(Money amount, String beneficiary) {
            return currencies.contains(amount.currency().getCurrencyCode())
                    && beneficiaries.contains(beneficiary)
                    && amount.minor() >= minMinor
                    && amount.minor() <= maxMinor;
        }
    }
}
