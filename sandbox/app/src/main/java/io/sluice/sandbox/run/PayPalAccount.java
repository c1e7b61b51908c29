package io.sluice.sandbox.run;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.simulators.paypal.MerchantCredentials;
import tools.jackson.databind.JsonNode;

/** The demo merchant's account at the PayPal simulator. */
record PayPalAccount(Place place, MerchantCredentials credentials) {

    /** As the operators' API takes it. */
    JsonNode body() {
        String simulator = place.url(Port.PAYPAL_SIMULATOR);
        var account = Json.object().put("channel", "paypal");
        account.putObject("fields")
                .put("client_id", credentials.clientId())
                .put("client_secret", credentials.clientSecret())
                .put("merchant_id", credentials.merchantId())
                .put("webhook_id", credentials.webhookId())
                .put("webhook_certificates", simulator + "/v1/notifications/certs/")
                .put("webhook_authority", credentials.certificatePem())
                .put("return_url", place.url(Port.WEBHOOK_RECEIVER) + "/thanks")
                .put("cancel_url", place.url(Port.WEBHOOK_RECEIVER) + "/cart")
                .put("base_url", simulator)
                .put("currencies", "USD,EUR,JPY,KWD")
                .put("in_doubt_seconds", "5");
        return account;
    }
}
