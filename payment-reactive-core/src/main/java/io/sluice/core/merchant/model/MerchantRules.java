package io.sluice.core.merchant.model;

import io.sluice.core.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a merchant's configuration may say. */
public final class MerchantRules {

    private static final int MAX_PER_SECOND = 1_000_000;

    private MerchantRules() {}

    static void requireName(String name) {
        if (name.isBlank() || name.length() > 200) {
            throw new InvalidFieldException("name", "a name has 1 to 200 characters");
        }
    }

    static void requireRateLimit(RateLimit limit) {
        if (limit.permitsPerSecond() < 1 || limit.permitsPerSecond() > MAX_PER_SECOND) {
            throw new InvalidFieldException("rate_limit.permits_per_second", "must be 1 to " + MAX_PER_SECOND);
        }
        if (limit.burst() < 1 || limit.burst() > MAX_PER_SECOND) {
            throw new InvalidFieldException("rate_limit.burst", "must be 1 to " + MAX_PER_SECOND);
        }
    }

    /** @throws InvalidFieldException when a rule cannot be, or two speak of one currency */
    public static void requireFees(List<FeeRule> fees) {
        Set<String> currencies = new HashSet<>();
        for (FeeRule fee : fees) {
            requireCurrency(fee.currency());
            if (!currencies.add(fee.currency())) {
                throw new InvalidFieldException("fees", "two rules for " + fee.currency() + "; give one a currency");
            }
            requireRate(fee);
        }
    }

    private static void requireRate(FeeRule fee) {
        if (fee.basisPoints() < 0 || fee.basisPoints() > 10_000) {
            throw new InvalidFieldException("fees.basis_points", "must be 0 to 10000 (hundredths of a per cent)");
        }
        if (fee.fixedMinor() < 0) {
            throw new InvalidFieldException("fees.fixed_minor", "must not be negative");
        }
    }

    private static void requireCurrency(String code) {
        try {
            Money.of(0, code);
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException("fees.currency", String.valueOf(e.getMessage()));
        }
    }
}
