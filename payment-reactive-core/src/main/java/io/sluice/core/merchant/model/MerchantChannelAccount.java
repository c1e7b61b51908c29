package io.sluice.core.merchant.model;

import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.id.MerchantId;

/**
 * A merchant's account at a channel.
 *
 * @param version changes with every edit, so that an opened channel can be kept until then
 */
public record MerchantChannelAccount(MerchantId merchantId, AccountConfiguration configuration, long version) {}
