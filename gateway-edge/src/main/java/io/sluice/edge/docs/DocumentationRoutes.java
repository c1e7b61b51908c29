package io.sluice.edge.docs;

import java.io.IOException;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /openapi.yaml}, and a page to read it with at {@code /docs}. */
@Configuration(proxyBeanMethods = false)
class DocumentationRoutes {

    private static final Resource OPENAPI = new ClassPathResource("io/sluice/edge/docs/openapi.yaml");
    private static final Resource PAGE = new ClassPathResource("io/sluice/edge/docs/index.html");

    @Bean
    RouterFunction<ServerResponse> documentationRouter() throws IOException {
        return RouterFunctions.route()
                .GET("/openapi.yaml", request -> send(OPENAPI, MediaType.APPLICATION_YAML))
                .GET("/docs", request -> send(PAGE, MediaType.TEXT_HTML))
                .resources("/docs/ui/**", swaggerUi())
                .build();
    }

    /** The page's scripts, in the one version that is on the class path. */
    private static Resource swaggerUi() throws IOException {
        Resource[] styles = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/resources/webjars/swagger-ui/*/swagger-ui.css");
        return new UrlResource(URI.create(styles[0].getURI().toString().replace("swagger-ui.css", "")));
    }

    private static Mono<ServerResponse> send(Resource resource, MediaType type) {
        return ServerResponse.ok().contentType(type).bodyValue(resource);
    }
}
