package io.sluice.channels.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.timeout.ReadTimeoutException;
import io.sluice.channels.http.Sent.Answered;
import io.sluice.channels.http.Sent.Lost;
import io.sluice.channels.http.Sent.NotWritten;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Sends one request once, and knows whether anything of it left. */
public final class HttpExchange {

    private static final int MOST_ANSWER_BYTES = 1 << 20;

    private final HttpClient client;
    private final Duration patience;

    /** @param patience how long the client waits for an answer */
    HttpExchange(HttpClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    /** @return what came of it, always; never an error and never empty */
    public Mono<Sent> send(Request request) {
        return Mono.defer(() -> {
            var writing = new AtomicBoolean();
            return client.headers(headers -> fill(headers, request))
                    .request(HttpMethod.valueOf(request.method()))
                    .uri(request.target())
                    .send((head, outbound) -> write(request, outbound, writing))
                    .response((head, body) -> read(head, body))
                    .next()
                    .onErrorResume(failure -> Mono.just(writing.get() ? lost(failure) : notWritten(failure)));
        });
    }

    private static void fill(HttpHeaders headers, Request request) {
        headers.set("Accept", "application/json").set("User-Agent", "sluice");
        request.headers().forEach(headers::set);
        if (!request.contentType().isEmpty()) {
            headers.set("Content-Type", request.contentType());
        }
    }

    /** Called with a connection in hand and before the first byte: from here on nothing is certain. */
    private static Publisher<Void> write(Request request, NettyOutbound outbound, AtomicBoolean writing) {
        writing.set(true);
        return request.body().length == 0
                ? outbound
                : outbound.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(request.body())));
    }

    private static Mono<Sent> read(HttpClientResponse head, ByteBufFlux body) {
        return body.asByteArray()
                .reduceWith(ByteArrayOutputStream::new, HttpExchange::append)
                .map(bytes -> answered(head, bytes.toByteArray()));
    }

    private static ByteArrayOutputStream append(ByteArrayOutputStream all, byte[] part) {
        if (all.size() + part.length > MOST_ANSWER_BYTES) {
            throw new IllegalStateException("the answer has more than " + MOST_ANSWER_BYTES + " bytes");
        }
        all.writeBytes(part);
        return all;
    }

    private static Sent answered(HttpClientResponse head, byte[] body) {
        HttpHeaders headers = head.responseHeaders();
        return new Answered(head.status().code(), name -> Objects.requireNonNullElse(headers.get(name), ""), body);
    }

    private Sent lost(Throwable failure) {
        return failure instanceof ReadTimeoutException
                ? new Lost("answer_timeout", "no answer within " + patience.toMillis() + " ms")
                : new Lost("answer_lost", "the connection failed after the request: " + named(failure));
    }

    private static Sent notWritten(Throwable failure) {
        return new NotWritten("connection_failed", "no connection to the channel: " + named(failure));
    }

    private static String named(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
