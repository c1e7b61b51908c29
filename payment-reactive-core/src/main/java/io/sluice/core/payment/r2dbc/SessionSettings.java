package io.sluice.core.payment.r2dbc;

import io.r2dbc.spi.Connection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a connection's statements are planned by. */
final class SessionSettings {

    private SessionSettings() {}

    /** @param settings {@code set} statements */
    static Mono<Void> set(Connection connection, List<String> settings) {
        return Flux.fromIterable(settings)
                .concatMap(setting -> Rows.of(connection.createStatement(setting), row -> row))
                .then();
    }

    /**
     * A question that is planned each time, on a connection whose statements otherwise keep one plan: where the best of
     * several indexes depends on how full a partition is. When it fails the session goes on planning each time, which is
     * slower but right.
     */
    static <T> Mono<T> planned(Connection connection, Mono<T> question) {
        return set(connection, List.of("set plan_cache_mode = force_custom_plan"))
                .then(question)
                .flatMap(answer -> set(connection, List.of("set plan_cache_mode = force_generic_plan"))
                        .thenReturn(answer));
    }
}
