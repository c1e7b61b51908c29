package io.sluice.compare.stub;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.sluice.channels.http.Json;
import io.sluice.channels.http.UnreadableException;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.Pays;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** The stub as a channel. What it does not answer is unknown, as it is of every channel. */
record StubChannel(HttpClient client) implements Pays {
    static final String CHANNEL = "stub";
    static final String METHOD = "stub_wallet";

    private static final Capabilities CAPABILITIES = new Capabilities(
            CHANNEL,
            List.of(new Capabilities.MethodCapability(
                    METHOD, List.of("CNY"), 1, 999_999_999_999L, /* payerRequired= */ false)),
            Duration.ofMinutes(1));

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Mono<ChannelOutcome> pay(PayOrder order) {
        return client.headers(headers -> headers.set("Content-Type", "application/json"))
                .post()
                .uri("/orders")
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(document(order))))
                .responseSingle((head, body) -> body.map(ByteBufUtil::getBytes))
                .map(body -> outcome(body, order))
                .defaultIfEmpty(new ChannelOutcome.Unknown("answer_unreadable", "the answer is empty"))
                .onErrorResume(failure -> Mono.just(new ChannelOutcome.Unknown(
                        "answer_lost", failure.getClass().getSimpleName())));
    }

    private static byte[] document(PayOrder order) {
        return Json.MAPPER
                .createObjectNode()
                .put("number", order.number())
                .put("amount", order.amount().minor())
                .put("currency", order.amount().currency().getCurrencyCode())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ChannelOutcome outcome(byte[] body, PayOrder order) {
        try {
            var answer = Json.object(body);
            return Json.text(answer, "state").equals("paid")
                    ? new ChannelOutcome.Approved(order.amount(), Json.required(answer, "reference"))
                    : new ChannelOutcome.Unknown("state_unknown", "the stub says only paid");
        } catch (UnreadableException unreadable) {
            return new ChannelOutcome.Unknown("answer_unreadable", String.valueOf(unreadable.getMessage()));
        }
    }
}
