package io.sluice.channels.wechat;

import io.sluice.channels.crypto.MerchantKey;
import io.sluice.channels.crypto.PlatformCertificate;
import io.sluice.channels.wechat.crypto.ApiV3Key;
import io.sluice.core.id.ChannelAccountId;
import java.time.Duration;
import java.util.List;

/**
 * A merchant's account at WeChat Pay, checked.
 *
 * @param merchantSerial serial number of the certificate of {@code merchantKey}
 * @param baseUrl without a path
 * @param certificates the channel's certificates as configured, possibly none
 * @param inDoubt how long after an order "no such order" may still be untrue
 */
record WeChatAccount(
        ChannelAccountId id,
        String appId,
        String merchantId,
        String merchantSerial,
        MerchantKey merchantKey,
        ApiV3Key apiV3Key,
        String baseUrl,
        List<PlatformCertificate> certificates,
        Duration inDoubt) {}
