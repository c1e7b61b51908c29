package io.sluice.notifier.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.sluice.notifier.address.model.TargetPolicy;
import io.sluice.notifier.delivery.Sender;
import io.sluice.notifier.delivery.model.Delivery;
import io.sluice.notifier.delivery.model.Exchange;
import io.sluice.notifier.delivery.model.Exchange.Answered;
import io.sluice.notifier.delivery.model.Exchange.Failed;
import io.sluice.notifier.delivery.model.RetryAfter;
import io.sluice.notifier.endpoint.model.WebhookEndpoint;
import io.sluice.notifier.endpoint.model.WebhookSignature;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Sends webhooks by the rules of Standard Webhooks. Follows no redirect. */
public final class HttpSender implements Sender {

    private static final String USER_AGENT = "Sluice-Webhooks/1";

    private final HttpClient client;
    private final TargetPolicy targets;
    private final Duration timeout;

    /** @param timeout for everything: resolving, connecting, sending and the answer's head */
    public HttpSender(WebhookHttpClient client, TargetPolicy targets, Duration timeout) {
        this.client = client.http();
        this.targets = targets;
        this.timeout = timeout;
    }

    @Override
    public Mono<Exchange> send(WebhookEndpoint endpoint, Delivery delivery, Instant at) {
        return Mono.defer(() -> exchange(targets.check(endpoint.url()), endpoint, delivery, at))
                .timeout(timeout)
                .onErrorResume(error -> Mono.just(new Failed(Failures.describe(error, timeout))));
    }

    private Mono<Exchange> exchange(URI uri, WebhookEndpoint endpoint, Delivery delivery, Instant at) {
        String signature =
                WebhookSignature.of(endpoint.secrets(), delivery.eventId().toString(), at, delivery.body());
        if (signature.isEmpty()) {
            return Mono.just(new Failed("the endpoint has no secret that is valid now, and nothing is sent unsigned"));
        }
        byte[] body = delivery.body().getBytes(UTF_8);
        return client.headers(headers -> describe(headers, delivery, at, signature, body.length))
                .post()
                .uri(uri)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .response((response, content) ->
                        Excerpt.of(content.asByteArray()).map(excerpt -> answered(response, excerpt, at)))
                .single();
    }

    private static void describe(HttpHeaders headers, Delivery delivery, Instant at, String signature, int length) {
        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, length)
                .set(HttpHeaderNames.USER_AGENT, USER_AGENT)
                .set("webhook-id", delivery.eventId().toString())
                .set("webhook-timestamp", at.getEpochSecond())
                .set("webhook-signature", signature);
        if (delivery.traceparent() != null) {
            headers.set("traceparent", delivery.traceparent());
        }
    }

    private static Exchange answered(HttpClientResponse response, String excerpt, Instant at) {
        String retryAfter = response.responseHeaders().get(HttpHeaderNames.RETRY_AFTER);
        return new Answered(response.status().code(), RetryAfter.parse(retryAfter, at), excerpt);
    }
}
