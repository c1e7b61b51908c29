package io.sluice.core.merchant.model;

import org.jspecify.annotations.Nullable;

/** What is to change of a merchant; null leaves it as it is. What cannot be is refused with {@link InvalidFieldException}. */
public record MerchantChange(
        @Nullable String name,
        @Nullable Boolean testMode,
        @Nullable Boolean active,
        @Nullable RateLimit rateLimit,
        @Nullable LateSuccess lateSuccess) {

    /** Leaves what becomes of late money as it is. */
    public MerchantChange(
            @Nullable String name,
            @Nullable Boolean testMode,
            @Nullable Boolean active,
            @Nullable RateLimit rateLimit) {
        this(name, testMode, active, rateLimit, null);
    }

    public MerchantChange {
        if (name != null) {
            MerchantRules.requireName(name);
        }
        if (rateLimit != null) {
            MerchantRules.requireRateLimit(rateLimit);
        }
    }
}
