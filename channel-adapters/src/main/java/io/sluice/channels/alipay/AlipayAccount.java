package io.sluice.channels.alipay;

import io.sluice.channels.crypto.MerchantKey;
import io.sluice.channels.crypto.RsaPublicKey;
import io.sluice.core.id.ChannelAccountId;
import java.time.Duration;

/**
 * A merchant's account at Alipay, checked.
 *
 * @param sellerId the merchant's own number there (2088…)
 * @param appKey of the app, with which requests are signed
 * @param alipayKey with which Alipay signs what it says to this app
 * @param baseUrl without a path
 * @param returnUrl where the payer's browser comes back to, empty for nowhere
 * @param inDoubt how long after an order "no such trade" may still be untrue
 */
record AlipayAccount(
        ChannelAccountId id,
        String appId,
        String sellerId,
        MerchantKey appKey,
        RsaPublicKey alipayKey,
        String baseUrl,
        String returnUrl,
        Duration inDoubt) {}
