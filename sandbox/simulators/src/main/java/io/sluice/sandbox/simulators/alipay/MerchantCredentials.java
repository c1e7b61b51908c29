package io.sluice.sandbox.simulators.alipay;

/**
 * What a merchant needs to be paid here.
 *
 * @param sellerId the merchant's id (PID), which notifies name
 * @param privateKeyPem the app's RSA private key, PKCS#8 in PEM
 * @param alipayPublicKeyPem checks answers and notifies, SubjectPublicKeyInfo in PEM
 */
public record MerchantCredentials(String appId, String sellerId, String privateKeyPem, String alipayPublicKeyPem) {

    /** Names the app and keeps the key to itself. */
    @Override
    public String toString() {
        return "MerchantCredentials[appId=" + appId + ", sellerId=" + sellerId + "]";
    }
}
