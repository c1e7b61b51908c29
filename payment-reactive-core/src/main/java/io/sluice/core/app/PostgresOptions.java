package io.sluice.core.app;

import java.time.Duration;
import java.util.Map;

/**
 * What an app wants of its connections to PostgreSQL.
 *
 * @param patience how long connecting may take
 * @param answerWithin the longest silence after a statement; then its connection is given up
 * @param settings of PostgreSQL, for each session
 */
public record PostgresOptions(Duration patience, Duration answerWithin, Map<String, String> settings) {

    public PostgresOptions(Duration patience, Duration answerWithin) {
        this(patience, answerWithin, Map.of());
    }
}
