package io.sluice.core.app;

import java.time.Duration;
import java.util.Map;

/**
 * What an app wants of its connections to PostgreSQL.
 *
 * @param patience how long connecting may take
 * @param settings of PostgreSQL, for each session
 */
public record PostgresOptions(Duration patience, Map<String, String> settings) {

    public PostgresOptions(Duration patience) {
        this(patience, Map.of());
    }
}
