package io.sluice.sandbox.simulators.paypal;

/**
 * What a merchant needs to be paid here.
 *
 * @param merchantId the merchant's id at the channel, which answers call the payee
 * @param webhookId part of what webhooks are signed over
 * @param certificatePem by which webhooks' certificates are trusted
 */
public record MerchantCredentials(
        String clientId, String clientSecret, String merchantId, String webhookId, String certificatePem) {

    @Override
    public String toString() {
        return "MerchantCredentials[" + clientId + "]";
    }
}
