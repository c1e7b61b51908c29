package io.sluice.core;

import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** For a test's own thread: {@code mono.as(Await::value)} is the value that must come, and come soon. */
public final class Await {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Await() {}

    public static <T> T value(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(LIMIT), "nothing came where a value was promised");
    }
}
