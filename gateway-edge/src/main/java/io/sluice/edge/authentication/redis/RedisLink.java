package io.sluice.edge.authentication.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The edge's one connection to Redis. Made at start and remade by Lettuce; when Redis is away at start it is tried in
 * the background, and the edge serves without it meanwhile.
 */
final class RedisLink implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final RedisClient client;
    private final Disposable connecting;
    private volatile @Nullable StatefulRedisConnection<String, String> connection;

    RedisLink(RedisClient client, RedisURI uri) {
        this.client = client;
        this.connecting = Mono.fromCompletionStage(() -> client.connectAsync(StringCodec.UTF8, uri))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, TRY_AGAIN).doBeforeRetry(retry -> sayOnce(retry, uri)))
                .subscribe(made -> connection = made);
    }

    private static void sayOnce(Retry.RetrySignal retry, RedisURI uri) {
        if (retry.totalRetries() == 0) {
            log.warn(
                    "Redis at {}:{} is away ({}), serving without it until it comes",
                    uri.getHost(),
                    uri.getPort(),
                    retry.failure().toString());
        }
    }

    /** Fails at once while there is no connection. */
    Mono<RedisReactiveCommands<String, String>> commands() {
        return Mono.fromSupplier(() -> {
            StatefulRedisConnection<String, String> current = connection;
            if (current == null) {
                throw new RedisException("not connected yet");
            }
            return current.reactive();
        });
    }

    @Override
    public void close() {
        connecting.dispose();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
}
