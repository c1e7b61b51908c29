package io.sluice.edge.http;

import io.netty.channel.Channel;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;

/** What a request really came over, beneath what the framework makes of it. */
public final class ServedOver {

    private ServedOver() {}

    /** The connection, whose event loop is the present thread while the first filters run. */
    public static Channel channel(ServerHttpRequest request) {
        if (netty(request) instanceof Connection connection) {
            return connection.channel();
        }
        throw new IllegalStateException("a request without a connection: " + request.getClass());
    }

    /** For a request that is answered for hours. */
    public static void forgetFields(ServerHttpRequest request) {
        netty(request).requestHeaders().clear();
    }

    static HttpServerRequest netty(ServerHttpRequest request) {
        ServerHttpRequest bare = request;
        while (bare instanceof ServerHttpRequestDecorator decorator) {
            bare = decorator.getDelegate();
        }
        if (bare instanceof AbstractServerHttpRequest nativeHolder
                && nativeHolder.getNativeRequest() instanceof HttpServerRequest netty) {
            return netty;
        }
        throw new IllegalStateException("not served by Reactor Netty: " + bare.getClass());
    }
}
