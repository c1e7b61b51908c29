package io.sluice.edge.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Which paths there are and which methods each takes, read off the routes themselves. */
@Component
public final class RouteTable {

    private final Map<String, Set<String>> methodsByPattern = new LinkedHashMap<>();
    private final Map<String, PathPattern> patterns;

    public RouteTable(List<RouterFunction<ServerResponse>> routers) {
        routers.forEach(router -> router.accept(new RouteReader()));
        patterns = methodsByPattern.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), PathPatternParser.defaultInstance::parse));
    }

    /** Path patterns with their methods, as the description of the API must have them. */
    public Map<String, Set<String>> methodsByPattern() {
        return methodsByPattern;
    }

    /** The methods of the path, when it is one of ours. */
    public Optional<Set<String>> methodsAt(RequestPath path) {
        return patterns.entrySet().stream()
                .filter(entry -> entry.getValue().matches(path.pathWithinApplication()))
                .map(entry -> methodsByPattern.getOrDefault(entry.getKey(), Set.of()))
                .findFirst();
    }

    private final class RouteReader implements RouterFunctions.Visitor {

        @Override
        public void startNested(RequestPredicate predicate) {
            throw new IllegalStateException("routes are flat, so that they can be listed: " + predicate);
        }

        @Override
        public void endNested(RequestPredicate predicate) {}

        @Override
        public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
            PredicateReader reader = new PredicateReader();
            predicate.accept(reader);
            if (reader.pattern != null) {
                Set<String> methods = methodsByPattern.computeIfAbsent(reader.pattern, key -> new TreeSet<>());
                reader.methods.forEach(method -> methods.add(method));
            }
        }

        @Override
        public void resources(Function<ServerRequest, Mono<Resource>> lookup) {}

        @Override
        public void attributes(Map<String, Object> attributes) {}

        @Override
        public void unknown(RouterFunction<?> router) {}
    }

    private static final class PredicateReader implements RequestPredicates.Visitor {

        private @Nullable String pattern;
        private Set<String> methods = Set.of();

        @Override
        public void method(Set<HttpMethod> allowed) {
            methods = allowed.stream().map(HttpMethod::name).collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public void path(String path) {
            pattern = path;
        }

        @Override
        @SuppressWarnings("removal") // it has no default
        public void pathExtension(String extension) {}

        @Override
        public void header(String name, String value) {}

        @Override
        public void queryParam(String name, String value) {}

        @Override
        public void version(String version) {}

        @Override
        public void startAnd() {}

        @Override
        public void and() {}

        @Override
        public void endAnd() {}

        @Override
        public void startOr() {}

        @Override
        public void or() {}

        @Override
        public void endOr() {}

        @Override
        public void startNegate() {}

        @Override
        public void endNegate() {}

        @Override
        public void unknown(RequestPredicate predicate) {}
    }
}
