package io.sluice.sandbox.simulators.wechat;

import java.util.List;

/**
 * All that a merchant needs to pay through the simulator.
 *
 * @param merchantSerial the serial of the merchant's certificate
 * @param privateKeyPem the merchant's RSA private key, PKCS#8 in PEM
 * @param apiV3Key 32 ASCII characters
 * @param platformCertificates the channel's certificates that are valid now, in PEM, the signing one first
 */
public record MerchantCredentials(
        String mchid,
        String appid,
        String merchantSerial,
        String privateKeyPem,
        String apiV3Key,
        List<String> platformCertificates) {
    /** Names the merchant and keeps the keys to itself. */
    @Override
    public String toString() {
        return "MerchantCredentials[mchid=" + mchid + ", appid=" + appid + ", serial=" + merchantSerial + "]";
    }
}
