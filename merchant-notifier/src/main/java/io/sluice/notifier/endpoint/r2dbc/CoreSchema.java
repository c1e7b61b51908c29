package io.sluice.notifier.endpoint.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The core's schema, which the edge or the callback receiver migrates; the notifier may be up before them. */
public final class CoreSchema {

    private static final Logger LOG = LoggerFactory.getLogger(CoreSchema.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final long SAY_SO_EVERY = 40;
    private static final String IS_THERE = """
            select to_regclass('sluice.webhook_endpoint_config') is not null
               and to_regclass('sluice.config_version') is not null
            """;

    private final DatabaseClient database;

    public CoreSchema(ConnectionFactory connections) {
        this.database = DatabaseClient.create(connections);
    }

    /** Completes when what the notifier reads is there, however long that takes. */
    public Mono<Void> ready() {
        return Flux.interval(Duration.ZERO, LOOK_EVERY)
                .onBackpressureDrop()
                .concatMap(this::isThere, 1)
                .takeUntil(Boolean::booleanValue)
                .then();
    }

    private Mono<Boolean> isThere(long round) {
        return database.sql(IS_THERE)
                .mapValue(Boolean.class)
                .one()
                .onErrorReturn(false)
                .doOnNext(there -> sayIfMissing(there, round));
    }

    private static void sayIfMissing(boolean there, long round) {
        if (!there && round % SAY_SO_EVERY == 1) {
            LOG.warn("waiting for the schema 'sluice': start the edge or the callback receiver, which create it,"
                    + " and see that the database is reachable");
        }
    }
}
