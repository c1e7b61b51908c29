package io.sluice.core.merchant.model;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A channel account as operators see it.
 *
 * @param settings the fields that are no secrets
 * @param secrets the names of the secrets that are set
 */
public record ChannelAccountProfile(
        ChannelAccountId id,
        MerchantId merchantId,
        String channel,
        Map<String, String> settings,
        Set<String> secrets,
        boolean enabled,
        int preference,
        long version,
        Instant createdAt) {}
