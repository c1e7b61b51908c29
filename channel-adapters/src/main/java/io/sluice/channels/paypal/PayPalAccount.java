package io.sluice.channels.paypal;

import io.sluice.core.id.ChannelAccountId;
import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A merchant's account at PayPal, checked.
 *
 * @param merchantId the merchant's id at PayPal, which answers call the payee
 * @param webhookId part of what webhooks are signed over
 * @param certificates the address below which certificates of webhooks may be found
 * @param anchors by which such certificates are trusted; empty for the public authorities
 * @param inDoubt how long after an order "no such order" may still be untrue
 */
record PayPalAccount(
        ChannelAccountId id,
        String clientId,
        String clientSecret,
        String merchantId,
        String webhookId,
        String returnUrl,
        String cancelUrl,
        String baseUrl,
        String certificates,
        Set<TrustAnchor> anchors,
        List<String> currencies,
        Duration inDoubt) {

    @Override
    public String toString() {
        return "PayPalAccount[" + id + "]";
    }
}
