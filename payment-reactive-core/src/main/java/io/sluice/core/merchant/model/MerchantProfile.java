package io.sluice.core.merchant.model;

import io.sluice.core.id.MerchantId;
import java.time.Instant;
import java.util.List;

/** A merchant as operators see it. */
public record MerchantProfile(
        MerchantId id,
        String name,
        boolean testMode,
        boolean active,
        RateLimit rateLimit,
        List<FeeRule> fees,
        LateSuccess lateSuccess,
        Instant createdAt) {}
