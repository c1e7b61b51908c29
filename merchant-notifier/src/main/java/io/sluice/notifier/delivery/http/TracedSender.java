package io.sluice.notifier.delivery.http;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import io.sluice.notifier.delivery.Sender;
import io.sluice.notifier.delivery.model.Delivery;
import io.sluice.notifier.delivery.model.Exchange;
import io.sluice.notifier.delivery.model.Exchange.Answered;
import io.sluice.notifier.delivery.model.Exchange.Failed;
import io.sluice.notifier.endpoint.model.WebhookEndpoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Each attempt is a span in the trace of whatever caused the event, and the receiver is told of it. */
public final class TracedSender implements Sender {

    private static final String TRACEPARENT = "traceparent";

    private final Sender sender;
    private final Propagator propagator;

    public TracedSender(Sender sender, Propagator propagator) {
        this.sender = sender;
        this.propagator = propagator;
    }

    @Override
    public Mono<Exchange> send(WebhookEndpoint endpoint, Delivery delivery, Instant at) {
        return Mono.using(
                () -> start(delivery),
                span -> sender.send(endpoint, delivery.tracedBy(traceparent(span)), at)
                        .doOnNext(exchange -> describe(span, exchange)),
                Span::end);
    }

    private Span start(Delivery delivery) {
        return propagator
                .extract(delivery, TracedSender::header)
                .name("webhook deliver")
                .kind(Span.Kind.CLIENT)
                .tag("webhook.id", delivery.eventId().toString())
                .tag("payment.id", delivery.paymentId().toString())
                .tag("merchant.id", delivery.merchantId().toString())
                .start();
    }

    private static @Nullable String header(Delivery delivery, String name) {
        return name.equals(TRACEPARENT) ? delivery.traceparent() : null;
    }

    private @Nullable String traceparent(Span span) {
        Map<String, String> headers = new HashMap<>();
        propagator.inject(span.context(), headers, (_, name, value) -> headers.put(name, value));
        return headers.get(TRACEPARENT);
    }

    private static void describe(Span span, Exchange exchange) {
        switch (exchange) {
            case Answered answer -> span.tag("http.response.status_code", answer.status());
            case Failed failure -> span.tag("error.type", failure.error());
        }
    }
}
