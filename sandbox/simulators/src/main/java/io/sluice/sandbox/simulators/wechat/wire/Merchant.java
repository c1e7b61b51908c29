package io.sluice.sandbox.simulators.wechat.wire;

/**
 * A merchant as the channel knows it.
 *
 * @param serial the serial number of the merchant's certificate, in upper-case hexadecimal
 * @param publicKeyPem the RSA public key that checks the merchant's requests, in PEM (SubjectPublicKeyInfo)
 * @param apiV3Key 32 ASCII characters that encrypt what the channel sends
 */
public record Merchant(String mchid, String appid, String serial, String publicKeyPem, String apiV3Key) {
    public Merchant {
        if (apiV3Key.length() != 32) {
            throw new IllegalArgumentException(
                    "The APIv3 key of merchant " + mchid + " must have 32 characters, not " + apiV3Key.length());
        }
    }

    /** Names the merchant and keeps the key to itself. */
    @Override
    public String toString() {
        return "Merchant[mchid=" + mchid + ", appid=" + appid + ", serial=" + serial + "]";
    }
}
