package io.sluice.core.webhook.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.audit.Actor;
import io.sluice.core.audit.r2dbc.AuditLine;
import io.sluice.core.audit.r2dbc.AuditedChanges;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.core.merchant.model.InvalidFieldException;
import io.sluice.core.secret.Vault;
import io.sluice.core.webhook.WebhookEndpoints;
import io.sluice.core.webhook.model.EndpointSecrets;
import io.sluice.core.webhook.model.IssuedSecret;
import io.sluice.core.webhook.model.NewWebhookEndpoint;
import io.sluice.core.webhook.model.WebhookEndpoint;
import io.sluice.core.webhook.model.WebhookEndpointChange;
import io.sluice.core.webhook.model.WebhookPolicy;
import io.sluice.core.webhook.model.WebhookSecret;
import java.time.Clock;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Webhook endpoints in PostgreSQL. */
public final class R2dbcWebhookEndpoints implements WebhookEndpoints {

    private final EndpointStatements statements;
    private final SealedSecrets sealing;
    private final AuditedChanges changes;
    private final WebhookPolicy policy;
    private final Clock clock;

    public R2dbcWebhookEndpoints(ConnectionFactory connections, Vault vault, WebhookPolicy policy, Clock clock) {
        this.statements = new EndpointStatements(DatabaseClient.create(connections));
        this.sealing = new SealedSecrets(vault);
        this.changes = new AuditedChanges(connections);
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public Mono<IssuedSecret> create(Actor actor, MerchantId merchant, NewWebhookEndpoint endpoint) {
        return Mono.defer(() -> {
            policy.requireUrl(endpoint.url());
            policy.requireEventTypes(endpoint.eventTypes());
            Mono<WebhookEndpoint> created = statements
                    .lockAndCount(merchant)
                    .doOnNext(R2dbcWebhookEndpoints::requireRoom)
                    .flatMap(count -> insert(merchant, endpoint));
            return changes.make(actor, created, made -> line("webhook_endpoint.create", made))
                    .map(made -> new IssuedSecret(made, endpoint.secret().text()));
        });
    }

    @Override
    public Flux<WebhookEndpoint> list(MerchantId merchant) {
        return statements.list(merchant);
    }

    @Override
    public Mono<WebhookEndpoint> find(MerchantId merchant, WebhookEndpointId id) {
        return statements.find(merchant, id);
    }

    @Override
    public Mono<WebhookEndpoint> update(
            Actor actor, MerchantId merchant, WebhookEndpointId id, WebhookEndpointChange change) {
        return Mono.defer(() -> {
            requireValid(change);
            return changes.make(
                    actor, statements.update(merchant, id, change), made -> line("webhook_endpoint.update", made));
        });
    }

    @Override
    public Mono<WebhookEndpoint> delete(Actor actor, MerchantId merchant, WebhookEndpointId id) {
        return changes.make(actor, statements.delete(merchant, id), gone -> line("webhook_endpoint.delete", gone));
    }

    @Override
    public Mono<IssuedSecret> rotateSecret(
            Actor actor, MerchantId merchant, WebhookEndpointId id, WebhookSecret secret) {
        Mono<WebhookEndpoint> rotated = statements
                .secretsForUpdate(merchant, id)
                .map(row -> sealing.open(id, row).rotated(secret, clock.instant(), OVERLAP))
                .flatMap(secrets -> statements.setSecrets(merchant, id, sealing.seal(id, secrets)));
        return changes.make(actor, rotated, made -> line("webhook_endpoint.rotate_secret", made))
                .map(made -> new IssuedSecret(made, secret.text()));
    }

    private Mono<WebhookEndpoint> insert(MerchantId merchant, NewWebhookEndpoint endpoint) {
        WebhookEndpointId id = WebhookEndpointId.next();
        return statements.insert(merchant, id, endpoint, sealing.seal(id, EndpointSecrets.of(endpoint.secret())));
    }

    private void requireValid(WebhookEndpointChange change) {
        if (change.url() != null) {
            policy.requireUrl(change.url());
        }
        if (change.eventTypes() != null) {
            policy.requireEventTypes(change.eventTypes());
        }
    }

    private static void requireRoom(long count) {
        if (count >= MAX) {
            throw new InvalidFieldException("url", "there are " + MAX + " endpoints already; delete one first");
        }
    }

    private static AuditLine line(String action, WebhookEndpoint endpoint) {
        return new AuditLine(
                action,
                endpoint.id(),
                Map.of(
                        "merchant_id", endpoint.merchantId().toString(),
                        "url", endpoint.url(),
                        "event_types", endpoint.eventTypes(),
                        "enabled", endpoint.enabled()));
    }
}
