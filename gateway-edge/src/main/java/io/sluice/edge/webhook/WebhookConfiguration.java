package io.sluice.edge.webhook;

import io.r2dbc.pool.ConnectionPool;
import io.sluice.core.secret.Vault;
import io.sluice.core.webhook.WebhookEndpoints;
import io.sluice.core.webhook.model.WebhookPolicy;
import io.sluice.core.webhook.r2dbc.R2dbcWebhookEndpoints;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Merchants and operators keep the same endpoints. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    @Bean
    WebhookEndpoints webhookEndpoints(
            ConnectionPool readers,
            Vault vault,
            Clock clock,
            @Value("${sluice.webhook.allow-private}") boolean allowPrivate) {
        return new R2dbcWebhookEndpoints(readers, vault, new WebhookPolicy(allowPrivate), clock);
    }
}
