package io.sluice.core.merchant.model;

import io.sluice.core.id.MerchantId;
import java.util.List;

/**
 * A merchant as the gateway reads it.
 *
 * @param testMode whether refused signatures tell the expected signature base
 * @param accounts enabled channel accounts, secrets opened, in order of preference
 */
public record Merchant(
        MerchantId id,
        String name,
        boolean testMode,
        boolean active,
        RateLimit rateLimit,
        List<FeeRule> fees,
        List<MerchantChannelAccount> accounts) {}
