package io.sluice.edge.http;

import io.netty.channel.ChannelException;
import io.sluice.core.http.WholeBody;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The raw body, read once and bounded; signature, fingerprint and JSON all look at these bytes. */
public final class RequestBody {

    /** What a request to this API may weigh. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final String ATTRIBUTE = RequestBody.class.getName();
    private static final byte[] NONE = new byte[0];

    private RequestBody() {}

    /** Reads the body and keeps it with the exchange. */
    public static Mono<byte[]> read(ServerWebExchange exchange) {
        if (exchange.getRequest().getHeaders().getContentLength() > MAX_BYTES) {
            return Mono.error(
                    ProblemException.of(413, "body_too_large", "The body has more than " + MAX_BYTES + " bytes."));
        }
        return WholeBody.read(exchange.getRequest().getBody(), MAX_BYTES)
                .onErrorMap(ChannelException.class, RequestBody::neverArrived)
                .doOnNext(body -> exchange.getAttributes().put(ATTRIBUTE, body));
    }

    /** The body that was read before. */
    public static byte[] of(ServerRequest request) {
        return (byte[]) request.attribute(ATTRIBUTE).orElse(NONE);
    }

    private static ProblemException neverArrived(ChannelException timeout) {
        return ProblemException.of(408, "request_timeout", "The request took too long to arrive; send it at once.");
    }
}
