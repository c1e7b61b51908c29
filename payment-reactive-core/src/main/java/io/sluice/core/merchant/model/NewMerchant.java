package io.sluice.core.merchant.model;

import java.util.List;

/** A merchant to be created. What cannot be is refused with {@link InvalidFieldException}. */
public record NewMerchant(
        String name, boolean testMode, RateLimit rateLimit, List<FeeRule> fees, LateSuccess lateSuccess) {

    /** One who gives back what comes too late. */
    public NewMerchant(String name, boolean testMode, RateLimit rateLimit, List<FeeRule> fees) {
        this(name, testMode, rateLimit, fees, LateSuccess.GIVE_BACK);
    }

    public NewMerchant {
        MerchantRules.requireName(name);
        MerchantRules.requireRateLimit(rateLimit);
        MerchantRules.requireFees(fees);
    }
}
