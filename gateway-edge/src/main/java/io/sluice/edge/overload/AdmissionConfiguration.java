package io.sluice.edge.overload;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.core.http.OpenConnections;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** The gate, and every connection of the merchants' port before it. */
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    @Bean
    OpenConnections openConnections() {
        return OpenConnections.leavingFiles();
    }

    @Bean
    Gate gate(AdmissionSettings settings, OpenConnections connections, MeterRegistry meters) {
        Gate gate = new Gate(settings, System::nanoTime);
        GateMeters.register(gate, connections, meters);
        return gate;
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> guardedConnections(
            Gate gate, OpenConnections connections, @Value("${sluice.edge.request-timeout}") Duration requestTimeout) {
        return factory -> factory.addServerCustomizers(server ->
                server.doOnChannelInit((observer, channel, remote) -> channel.pipeline()
                        .addBefore(
                                NettyPipeline.HttpTrafficHandler,
                                "sluice.admission",
                                new AdmissionHandler(gate, connections::areMany, requestTimeout))));
    }
}
