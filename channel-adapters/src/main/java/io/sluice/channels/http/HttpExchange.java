package io.sluice.channels.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.sluice.channels.http.Sent.NotWritten;
import io.sluice.channels.http.net.Patience;
import io.sluice.channels.http.net.Pool;
import java.util.Set;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** Sends one request once, and knows whether anything of it left. */
public final class HttpExchange {

    /** Without a body these say nothing of one; all others say that it is empty. */
    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "DELETE");

    private final BaseUrl baseUrl;
    private final String authority;
    private final Pool pool;
    private final Patience patience;

    HttpExchange(BaseUrl baseUrl, Pool pool, Patience patience) {
        this.baseUrl = baseUrl;
        this.authority = baseUrl.origin().authority();
        this.pool = pool;
        this.patience = patience;
    }

    /**
     * Sends when it is subscribed to, each time anew. Whoever cancels does not learn what came of it; what was not written by then
     * never will be.
     *
     * @return what came of it, always; never an error and never empty. It comes on the event loop of the connection, which is the
     *     subscriber's own where that is one of Reactor Netty's
     */
    public Mono<Sent> send(Request request) {
        return new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super Sent> subscriber) {
                begin(request, subscriber);
            }
        };
    }

    private void begin(Request request, CoreSubscriber<? super Sent> subscriber) {
        FullHttpRequest written;
        try {
            written = written(request);
        } catch (IllegalArgumentException malformed) {
            Mono.<Sent>just(new NotWritten("request_malformed", "the request cannot be written as HTTP"))
                    .subscribe(subscriber);
            return;
        }
        subscriber.onSubscribe(new Sending(subscriber, pool, written, patience));
    }

    private FullHttpRequest written(Request request) {
        ByteBuf body = Unpooled.wrappedBuffer(request.body());
        var written = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.valueOf(request.method()), baseUrl.with(request.target()), body);
        HttpHeaders headers = written.headers()
                .set(HttpHeaderNames.HOST, authority)
                .set(HttpHeaderNames.ACCEPT, "application/json")
                .set(HttpHeaderNames.USER_AGENT, "sluice");
        request.headers().forEach(headers::set);
        if (!request.contentType().isEmpty()) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, request.contentType());
        }
        if (request.body().length > 0 || !BODILESS.contains(request.method())) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, request.body().length);
        }
        return written;
    }
}
