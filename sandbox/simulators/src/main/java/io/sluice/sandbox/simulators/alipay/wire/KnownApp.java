package io.sluice.sandbox.simulators.alipay.wire;

import io.sluice.sandbox.simulators.keys.MerchantKey;

/**
 * An app that may call.
 *
 * @param sellerId the merchant (PID) who is paid through it
 * @param key checks its requests
 */
public record KnownApp(String appId, String sellerId, MerchantKey key) {}
