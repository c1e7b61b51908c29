package io.sluice.core.webhook.r2dbc;

import io.sluice.core.id.WebhookEndpointId;
import io.sluice.core.secret.Vault;
import io.sluice.core.webhook.model.EndpointSecret;
import io.sluice.core.webhook.model.EndpointSecrets;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** An endpoint's secrets as the column {@code sealed_secrets} holds them. */
final class SealedSecrets {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Vault vault;

    SealedSecrets(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(WebhookEndpointId endpoint, EndpointSecrets secrets) {
        return vault.seal(JSON.writeValueAsString(secrets.newestFirst()), row(endpoint));
    }

    EndpointSecrets open(WebhookEndpointId endpoint, byte[] sealed) {
        return new EndpointSecrets(List.of(JSON.readValue(vault.open(sealed, row(endpoint)), EndpointSecret[].class)));
    }

    private static String row(WebhookEndpointId endpoint) {
        return "webhook_endpoint:" + endpoint;
    }
}
