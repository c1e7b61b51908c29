package io.sluice.core.merchant.model;

import java.util.List;

/** A merchant to be created. What cannot be is refused with {@link InvalidFieldException}. */
public record NewMerchant(String name, boolean testMode, RateLimit rateLimit, List<FeeRule> fees) {

    public NewMerchant {
        MerchantRules.requireName(name);
        MerchantRules.requireRateLimit(rateLimit);
        MerchantRules.requireFees(fees);
    }
}
