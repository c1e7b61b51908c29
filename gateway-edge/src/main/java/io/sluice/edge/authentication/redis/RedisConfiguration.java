package io.sluice.edge.authentication.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.merchant.Merchants;
import io.sluice.edge.authentication.Admission;
import io.sluice.edge.authentication.EventTickets;
import io.sluice.edge.authentication.LocalAdmission;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Redis as the edge uses it: a dead one is refused at once and queues nothing in memory. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    private static final Duration TIMEOUT = Duration.ofMillis(100);
    private static final int MOST_PENDING_COMMANDS = 4096;

    @Bean
    RedisLink redisLink(@Value("${sluice.redis.host}") String host, @Value("${sluice.redis.port}") int port) {
        RedisURI uri = RedisURI.builder()
                .withHost(host)
                .withPort(port)
                .withTimeout(TIMEOUT)
                .build();
        RedisClient client = RedisClient.create();
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_PENDING_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(Duration.ofSeconds(2))
                        .build())
                .build());
        return new RedisLink(client, uri);
    }

    @Bean
    Admission admission(RedisLink redis, MeterRegistry meters, @Value("${sluice.edge.instances}") int instances) {
        return new ResilientAdmission(
                new RedisAdmission(redis), new LocalAdmission(instances, System::nanoTime), meters);
    }

    @Bean
    EventTickets eventTickets(RedisLink redis, Merchants merchants, Clock clock) {
        return new RedisEventTickets(redis, merchants, clock);
    }
}
