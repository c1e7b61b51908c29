package io.sluice.core.r2dbc;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import io.sluice.core.gather.StoreUnavailableException;
import io.sluice.core.gather.WriteInDoubtException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every read of a caller who waits has in common. */
public final class StoreReads {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private StoreReads() {}

    /**
     * Takes all rows at once, so that a slow reader never holds a connection, and fails with
     * {@link StoreUnavailableException} when the database is away: within a second, as the pool does, when it is gone,
     * and within two when it is frozen, which no time-out of a connection attempt would notice.
     *
     * @param rows bounded in number by their query
     */
    public static <T> Flux<T> bounded(Publisher<T> rows) {
        return Flux.from(rows)
                .collectList()
                .timeout(PATIENCE)
                .onErrorMap(StoreReads::isOfTheStore, StoreReads::unavailable)
                .onTerminateDetach()
                .flatMapIterable(Function.identity());
    }

    /** The same for a gathered read: it is never in doubt, for it changes nothing. */
    public static <T> Mono<T> gathered(Mono<T> read) {
        return read.timeout(PATIENCE).onErrorMap(StoreReads::isOfTheStore, StoreReads::unavailable);
    }

    /** By cause, for Spring wraps what the driver says. */
    private static boolean isOfTheStore(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof R2dbcNonTransientResourceException
                        || cause instanceof R2dbcTransientException
                        || cause instanceof TimeoutException
                        || cause instanceof WriteInDoubtException);
    }

    private static Throwable unavailable(Throwable error) {
        return new StoreUnavailableException("the store cannot be read: " + error.getMessage(), error);
    }
}
