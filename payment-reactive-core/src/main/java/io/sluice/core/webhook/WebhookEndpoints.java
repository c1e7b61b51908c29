package io.sluice.core.webhook;

import io.sluice.core.audit.Actor;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.core.merchant.model.InvalidFieldException;
import io.sluice.core.webhook.model.IssuedSecret;
import io.sluice.core.webhook.model.NewWebhookEndpoint;
import io.sluice.core.webhook.model.WebhookEndpoint;
import io.sluice.core.webhook.model.WebhookEndpointChange;
import io.sluice.core.webhook.model.WebhookSecret;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where merchants want to be told. Changes are audited and reach the notifier within a second; what cannot be is refused
 * with {@link InvalidFieldException}. An empty Mono means that the merchant has no such endpoint.
 */
public interface WebhookEndpoints {

    /** How many a merchant can have. */
    int MAX = 16;

    /** How long the secret before a rotation still signs beside the new one. */
    Duration OVERLAP = Duration.ofHours(24);

    /** Empty when there is no such merchant. */
    Mono<IssuedSecret> create(Actor actor, MerchantId merchant, NewWebhookEndpoint endpoint);

    Flux<WebhookEndpoint> list(MerchantId merchant);

    Mono<WebhookEndpoint> find(MerchantId merchant, WebhookEndpointId id);

    Mono<WebhookEndpoint> update(Actor actor, MerchantId merchant, WebhookEndpointId id, WebhookEndpointChange change);

    Mono<WebhookEndpoint> delete(Actor actor, MerchantId merchant, WebhookEndpointId id);

    /** Signs with the new secret from now on, and for {@link #OVERLAP} with those before it too. */
    Mono<IssuedSecret> rotateSecret(Actor actor, MerchantId merchant, WebhookEndpointId id, WebhookSecret secret);
}
