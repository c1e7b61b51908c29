package io.sluice.notifier.endpoint.model;

import io.sluice.core.id.MerchantId;
import io.sluice.core.id.WebhookEndpointId;
import java.util.List;

/**
 * Where a merchant wants to be told.
 *
 * @param url as the merchant wrote it
 * @param secrets newest first
 */
public record WebhookEndpoint(WebhookEndpointId id, MerchantId merchantId, String url, List<SigningSecret> secrets) {

    public WebhookEndpoint {
        secrets = List.copyOf(secrets);
    }
}
