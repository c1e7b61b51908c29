package io.sluice.compare.baseline.outside;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.sluice.compare.baseline.Settings;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clients of what is outside, set up for load. */
@Configuration(proxyBeanMethods = false)
public class Clients {
    /** One for every payment that waits for the channel. */
    private static final int MOST_CHANNEL_CONNECTIONS = 4096;

    @Bean(destroyMethod = "shutdown")
    RedisClient redisClient(Settings settings) {
        return RedisClient.create(settings.redis());
    }

    @Bean(destroyMethod = "close")
    StatefulRedisConnection<String, String> redis(RedisClient client) {
        return client.connect();
    }

    @Bean(destroyMethod = "close")
    Producer<byte[], byte[]> producer(Settings settings) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", settings.kafka(), "acks", "all", "linger.ms", 5, "batch.size", 65_536),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The lax pool has no lock that all threads meet at. */
    @Bean(destroyMethod = "close")
    CloseableHttpClient channel() {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnTotal(MOST_CHANNEL_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CHANNEL_CONNECTIONS)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableRedirectHandling()
                .build();
    }
}
