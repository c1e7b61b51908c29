package io.sluice.core.merchant.r2dbc;

import io.sluice.core.r2dbc.Columns;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Watches {@code sluice.config_version}, which every change of the configuration bumps. */
final class ConfigVersionWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigVersionWatch.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DatabaseClient database;
    private volatile boolean inTrouble;

    ConfigVersionWatch(DatabaseClient database) {
        this.database = database;
    }

    /** Each version that differs from the one before it; never ends, whatever becomes of the database. */
    Flux<Long> versions() {
        return poll().repeatWhen(polled -> polled.delayElements(EVERY)).distinctUntilChanged();
    }

    private Mono<Long> poll() {
        return database.sql("select version from sluice.config_version")
                .map(row -> new Columns(row).number("version"))
                .one()
                .timeout(PATIENCE)
                .doOnNext(version -> recovered())
                .onErrorResume(this::stale);
    }

    private Mono<Long> stale(Throwable error) {
        if (!inTrouble) {
            inTrouble = true;
            LOG.warn(
                    "configuration changes cannot be seen, for the database does not answer ({}); what is cached goes on, and"
                            + " revoked keys stay valid until it answers again",
                    error.toString());
        }
        return Mono.empty();
    }

    private void recovered() {
        if (inTrouble) {
            inTrouble = false;
            LOG.info("configuration changes are seen again");
        }
    }
}
