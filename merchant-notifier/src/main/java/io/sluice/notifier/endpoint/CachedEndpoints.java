package io.sluice.notifier.endpoint;

import io.sluice.core.id.WebhookEndpointId;
import io.sluice.notifier.endpoint.model.WebhookEndpoint;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All enabled endpoints in memory, read again when the configuration's version has moved or an unknown one is asked for. */
public final class CachedEndpoints implements Endpoints {

    private static final Logger LOG = LoggerFactory.getLogger(CachedEndpoints.class);

    private final EndpointSource source;
    private final AtomicReference<Snapshot> latest = new AtomicReference<>(new Snapshot(-1, Map.of()));

    /** Those who miss at the same time share one reading. */
    private final Flux<Snapshot> reading;

    private record Snapshot(long version, Map<WebhookEndpointId, WebhookEndpoint> endpoints) {}

    public CachedEndpoints(EndpointSource source) {
        this.source = source;
        this.reading =
                Mono.defer(() -> source.version().flatMap(this::read)).flux().share();
    }

    @Override
    public Mono<WebhookEndpoint> find(WebhookEndpointId id) {
        return Mono.defer(() -> known(id)).switchIfEmpty(Mono.defer(() -> reading.then(known(id))));
    }

    /** Follows the configuration; never ends. */
    public Mono<Void> follow(Duration interval) {
        return Mono.defer(this::refresh)
                .onErrorResume(error -> {
                    LOG.warn("the webhook endpoints could not be read again; those known stay in use", error);
                    return Mono.empty();
                })
                .repeatWhen(rounds -> rounds.delayElements(interval))
                .then();
    }

    private Mono<Void> refresh() {
        return source.version()
                .filter(version -> version != latest.get().version())
                .flatMap(this::read)
                .then();
    }

    /** The version is read before the endpoints, so a change in between is read once too often and never missed. */
    private Mono<Snapshot> read(long version) {
        return source.all()
                .collectMap(WebhookEndpoint::id)
                .map(endpoints -> new Snapshot(version, endpoints))
                .doOnNext(latest::set);
    }

    private Mono<WebhookEndpoint> known(WebhookEndpointId id) {
        return Mono.fromSupplier(() -> latest.get().endpoints().get(id));
    }
}
