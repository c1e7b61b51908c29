package io.sluice.sandbox.simulators.wechat.wire;

import io.sluice.sandbox.simulators.keys.MerchantKey;
import io.sluice.sandbox.simulators.wechat.keys.ResourceCipher;

/** A merchant with its keys ready for use. */
public record KnownMerchant(String mchid, String appid, String serial, MerchantKey key, ResourceCipher cipher) {
    public static KnownMerchant of(Merchant merchant) {
        return new KnownMerchant(
                merchant.mchid(),
                merchant.appid(),
                merchant.serial(),
                new MerchantKey(merchant.mchid(), merchant.publicKeyPem()),
                new ResourceCipher(merchant.apiV3Key()));
    }
}
