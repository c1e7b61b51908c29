package io.sluice.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

class RouteTableTest {

    private static final HandlerFunction<ServerResponse> LIST =
            request -> ServerResponse.ok().build();
    private static final HandlerFunction<ServerResponse> GET =
            request -> ServerResponse.ok().build();
    private static final HandlerFunction<ServerResponse> CREATE =
            request -> ServerResponse.ok().build();
    private static final HandlerFunction<ServerResponse> CANCEL =
            request -> ServerResponse.ok().build();

    private final RouteTable table = new RouteTable(List.of(
            RouterFunctions.route()
                    .GET("/v1/things", LIST)
                    .GET("/v1/things/{id}", GET)
                    .build(),
            RouterFunctions.route()
                    .POST("/v1/things", CREATE)
                    .POST("/v1/things/{id}/cancel", CANCEL)
                    .build()));

    @Test
    void findsTheHandlerOfPathAndMethod() {
        assertThat(handler(HttpMethod.GET, "/v1/things")).isSameAs(LIST);
        assertThat(handler(HttpMethod.POST, "/v1/things")).isSameAs(CREATE);
        assertThat(handler(HttpMethod.GET, "/v1/things/7")).isSameAs(GET);
        assertThat(handler(HttpMethod.POST, "/v1/things/7/cancel")).isSameAs(CANCEL);
    }

    /** Decoded by the pattern, and so no key of the table. */
    @Test
    void findsAPathThatIsWrittenInAnotherWay() {
        assertThat(handler(HttpMethod.GET, "/v1/%74hings")).isSameAs(LIST);
    }

    @Test
    void leavesTheRestToOthers() {
        assertThat(handler(HttpMethod.DELETE, "/v1/things")).isNull();
        assertThat(handler(HttpMethod.GET, "/v1/things/7/cancel")).isNull();
        assertThat(handler(HttpMethod.GET, "/v1/nothing")).isNull();
    }

    @Test
    void tellsTheVariablesOfThePath() {
        ServerRequest request = request(HttpMethod.GET, "/v1/things/7");
        table.route(request).block();

        assertThat(request.pathVariable("id")).isEqualTo("7");
    }

    @Test
    void tellsTheMethodsOfAPath() {
        assertThat(table.methodsAt(RequestPath.parse("/v1/things", ""))).hasValue(Set.of("GET", "POST"));
        assertThat(table.methodsAt(RequestPath.parse("/v1/things/7/cancel", "")))
                .hasValue(Set.of("POST"));
        assertThat(table.methodsAt(RequestPath.parse("/v1/nothing", ""))).isEmpty();
    }

    private HandlerFunction<ServerResponse> handler(HttpMethod method, String path) {
        return table.route(request(method, path)).block();
    }

    private static ServerRequest request(HttpMethod method, String path) {
        MockServerHttpRequest request =
                MockServerHttpRequest.method(method, URI.create(path)).build();
        return ServerRequest.create(
                MockServerWebExchange.from(request),
                HandlerStrategies.withDefaults().messageReaders());
    }
}
