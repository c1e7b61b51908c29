package io.sluice.core.merchant.model;

import io.sluice.core.id.MerchantId;
import io.sluice.core.routing.rule.model.RoutingSetup;
import java.util.List;

/**
 * A merchant as the gateway reads it.
 *
 * @param testMode whether refused signatures tell the expected signature base
 * @param accounts enabled channel accounts, secrets opened, in order of preference
 * @param routing what decides between them
 * @param lateSuccess what becomes of money that comes too late
 */
public record Merchant(
        MerchantId id,
        String name,
        boolean testMode,
        boolean active,
        RateLimit rateLimit,
        List<FeeRule> fees,
        List<MerchantChannelAccount> accounts,
        RoutingSetup routing,
        LateSuccess lateSuccess) {

    /** One to whom nothing is owed that came too late. */
    public Merchant(
            MerchantId id,
            String name,
            boolean testMode,
            boolean active,
            RateLimit rateLimit,
            List<FeeRule> fees,
            List<MerchantChannelAccount> accounts,
            RoutingSetup routing) {
        this(id, name, testMode, active, rateLimit, fees, accounts, routing, LateSuccess.GIVE_BACK);
    }

    /** One who leaves routing to the order of preference, with everything switched on. */
    public Merchant(
            MerchantId id,
            String name,
            boolean testMode,
            boolean active,
            RateLimit rateLimit,
            List<FeeRule> fees,
            List<MerchantChannelAccount> accounts) {
        this(id, name, testMode, active, rateLimit, fees, accounts, RoutingSetup.USUAL);
    }
}
