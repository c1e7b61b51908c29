package io.sluice.edge.authentication.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.sluice.core.merchant.Merchants;
import io.sluice.edge.authentication.Admission;
import io.sluice.edge.authentication.EventTickets;
import io.sluice.edge.authentication.LocalAdmission;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Redis as the edge uses it: a dead one is refused at once and queues nothing in memory. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final int MOST_PENDING_COMMANDS = 4096;

    @Bean(destroyMethod = "shutdown")
    ClientResources redisResources() {
        Duration first = Duration.ofMillis(10);
        Duration longest = Duration.ofSeconds(1);
        return ClientResources.builder()
                .eventLoopGroupProvider(new SharedLoops())
                .nettyCustomizer(new NettyCustomizer() {
                    @Override
                    public void afterChannelInitialized(Channel channel) {
                        channel.pipeline().addFirst(new GatheredFlushes());
                    }
                })
                .reconnectDelay(Delay.exponential(first, longest, 2, TimeUnit.MILLISECONDS))
                .build();
    }

    @Bean
    RedisLink redisLink(
            ClientResources resources,
            @Value("${sluice.redis.host}") String host,
            @Value("${sluice.redis.port}") int port) {
        return link(resources, host, port, AnswerWithin.ADMISSION);
    }

    static RedisLink link(ClientResources resources, String host, int port, Duration admissionWithin) {
        RedisURI uri = RedisURI.builder()
                .withHost(host)
                .withPort(port)
                .withTimeout(CONNECT_WITHIN)
                .build();
        RedisClient client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_PENDING_COMMANDS)
                .timeoutOptions(TimeoutOptions.builder()
                        .timeoutSource(new AnswerWithin(admissionWithin))
                        .build())
                .socketOptions(
                        SocketOptions.builder().connectTimeout(CONNECT_WITHIN).build())
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
