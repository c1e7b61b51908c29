package io.sluice.core.webhook.model;

/**
 * An endpoint with the secret that was just set.
 *
 * @param secret to be shown this once: {@code whsec_…}
 */
public record IssuedSecret(WebhookEndpoint endpoint, String secret) {

    @Override
    public String toString() {
        return "IssuedSecret[" + endpoint + "]";
    }
}
