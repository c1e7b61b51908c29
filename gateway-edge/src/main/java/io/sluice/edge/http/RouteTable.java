package io.sluice.edge.http;

import java.util.ArrayList;
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
import org.springframework.http.server.PathContainer;
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

/** Which paths there are, which methods each takes and who handles them, read off the routes themselves. */
@Component
public final class RouteTable {

    /** By pattern, in the order of the routes. */
    private final Map<String, Place> places = new LinkedHashMap<>();

    public RouteTable(List<RouterFunction<ServerResponse>> routers) {
        routers.forEach(router -> router.accept(new RouteReader()));
    }

    private record Route(RequestPredicate predicate, HandlerFunction<ServerResponse> handler) {}

    private record Place(PathPattern pattern, Set<String> methods, List<Route> routes) {

        static Place at(String pattern) {
            return new Place(PathPatternParser.defaultInstance.parse(pattern), new TreeSet<>(), new ArrayList<>());
        }
    }

    /** Path patterns with their methods, as the description of the API must have them. */
    public Map<String, Set<String>> methodsByPattern() {
        return places.values().stream()
                .collect(Collectors.toMap(place -> place.pattern().getPatternString(), Place::methods));
    }

    /** The methods of the path, when it is one of ours. */
    Optional<Set<String>> methodsAt(RequestPath path) {
        return at(path).map(Place::methods);
    }

    /** Who handles the request; empty where that is none of the routes that have a pattern and a method. */
    Mono<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        return Mono.justOrEmpty(at(request.requestPath()).flatMap(place -> first(place.routes(), request)));
    }

    private static Optional<HandlerFunction<ServerResponse>> first(List<Route> routes, ServerRequest request) {
        for (Route route : routes) {
            if (route.predicate().test(request)) {
                return Optional.of(route.handler());
            }
        }
        return Optional.empty();
    }

    /** Most paths have no variable, and are their own patterns. */
    private Optional<Place> at(RequestPath path) {
        PathContainer within = path.pathWithinApplication();
        Place literal = places.get(within.value());
        return literal != null
                ? Optional.of(literal)
                : places.values().stream()
                        .filter(place -> place.pattern().matches(within))
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
        @SuppressWarnings("unchecked") // all routers are of ServerResponse
        public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
            PredicateReader reader = new PredicateReader();
            predicate.accept(reader);
            if (reader.pattern != null) {
                Place place = places.computeIfAbsent(reader.pattern, Place::at);
                place.methods().addAll(reader.methods);
                place.routes().add(new Route(predicate, (HandlerFunction<ServerResponse>) handler));
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
