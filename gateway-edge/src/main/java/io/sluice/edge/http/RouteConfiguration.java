package io.sluice.edge.http;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;

/**
 * Finds a request's route in {@link RouteTable}, before Spring asks all routers, each of which it keeps within another one: a
 * dozen deep, at every request. What the table does not have is left to Spring.
 */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    @Bean
    RouterFunctionMapping routeTableMapping(RouteTable routes, ServerCodecConfigurer codecs) {
        RouterFunctionMapping mapping = new RouterFunctionMapping(routes::route);
        mapping.setMessageReaders(codecs.getReaders());
        mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return mapping;
    }
}
