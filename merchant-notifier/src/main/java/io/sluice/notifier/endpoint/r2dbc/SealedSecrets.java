package io.sluice.notifier.endpoint.r2dbc;

import io.sluice.core.id.WebhookEndpointId;
import io.sluice.core.secret.Vault;
import io.sluice.notifier.endpoint.model.SigningSecret;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** An endpoint's secrets as the core keeps them: a sealed JSON array, newest first. */
final class SealedSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(SealedSecrets.class);

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private final Vault vault;

    private record Entry(String secret, @Nullable Instant expiresAt) {}

    SealedSecrets(Vault vault) {
        this.vault = vault;
    }

    /** One endpoint whose secrets cannot be opened must not keep the others from being told: it has none. */
    List<SigningSecret> open(WebhookEndpointId endpoint, byte[] sealed) {
        try {
            Entry[] entries = json.readValue(vault.open(sealed, "webhook_endpoint:" + endpoint), Entry[].class);
            return Arrays.stream(entries).map(SealedSecrets::secret).toList();
        } catch (RuntimeException unusable) {
            LOG.atError()
                    .addKeyValue("endpoint_id", endpoint)
                    .addKeyValue("reason", unusable.getClass().getSimpleName())
                    .log("the secrets of a webhook endpoint cannot be opened; nothing is sent to it");
            return List.of();
        }
    }

    private static SigningSecret secret(Entry entry) {
        return SigningSecret.parse(entry.secret(), Optional.ofNullable(entry.expiresAt()));
    }
}
