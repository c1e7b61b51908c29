package io.sluice.sandbox.simulators.unionpay;

/**
 * What a merchant needs to be paid here.
 *
 * @param certId the serial of the merchant's certificate, decimal
 * @param signMethod 01 or 21
 * @param rootPem who vouches for the channel's certificate
 * @param encryptionPem the certificate under which card numbers come; empty where none are taken
 */
public record MerchantCredentials(
        String merId, String certId, String signMethod, String privateKeyPem, String rootPem, String encryptionPem) {

    @Override
    public String toString() {
        return "MerchantCredentials[" + merId + "]";
    }
}
