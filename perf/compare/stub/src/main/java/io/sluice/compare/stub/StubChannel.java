package io.sluice.compare.stub;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.sluice.channels.crypto.RsaPublicKey;
import io.sluice.channels.http.Json;
import io.sluice.channels.http.UnreadableException;
import io.sluice.core.channel.CallbackAnswer;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.Inquires;
import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.Notifies;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.Pays;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** The stub as a channel. What it does not answer is unknown, as it is of every channel. */
record StubChannel(HttpClient client, RsaPublicKey key, Capabilities capabilities) implements Pays, Inquires, Notifies {
    static final String CHANNEL = "stub";
    /** Paid with the answer. */
    static final String WALLET = "stub_wallet";
    /** Waits for its payer; the stub calls back when he has paid. */
    static final String QR = "stub_qr";

    static final String PAID_AT_ONCE = "/orders";
    static final String PAID_LATER = "/orders/later";

    private static final CallbackAnswer ACKNOWLEDGED = new CallbackAnswer(200, "text/plain", "ok");
    private static final int REFUSED = 401;

    /** What a stub of that name can do, by those methods. */
    static Capabilities capabilities(String channel, List<String> methods) {
        return new Capabilities(
                channel, methods.stream().map(StubChannel::method).toList(), Duration.ofMinutes(1));
    }

    private static Capabilities.MethodCapability method(String name) {
        return new Capabilities.MethodCapability(name, List.of("CNY"), 1, 999_999_999_999L, /* payerRequired= */ false);
    }

    @Override
    public Mono<ChannelOutcome> pay(PayOrder order) {
        return ask(order.method(), order.number(), order.amount());
    }

    /** Whoever waits for a payer still waits: he has paid when the stub calls back. */
    @Override
    public Mono<ChannelOutcome> inquire(OrderReference order) {
        return ask(order.method(), order.number(), order.amount());
    }

    @Override
    public Mono<CallbackReading> read(RawCallback callback) {
        return Mono.fromSupplier(() -> StubNotice.read(callback, key));
    }

    @Override
    public CallbackAnswer acknowledged() {
        return ACKNOWLEDGED;
    }

    @Override
    public CallbackAnswer refused(String reason) {
        return new CallbackAnswer(REFUSED, "text/plain", reason);
    }

    private Mono<ChannelOutcome> ask(@Nullable String method, String number, Money amount) {
        return client.headers(headers -> headers.set("Content-Type", "application/json"))
                .post()
                .uri(QR.equals(method) ? PAID_LATER : PAID_AT_ONCE)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(document(number, amount))))
                .responseSingle((head, body) -> body.map(ByteBufUtil::getBytes))
                .map(body -> outcome(body, amount))
                .defaultIfEmpty(new ChannelOutcome.Unknown("answer_unreadable", "the answer is empty"))
                .onErrorResume(failure -> Mono.just(new ChannelOutcome.Unknown(
                        "answer_lost", failure.getClass().getSimpleName())));
    }

    private static byte[] document(String number, Money amount) {
        return Json.MAPPER
                .createObjectNode()
                .put("number", number)
                .put("amount", amount.minor())
                .put("currency", amount.currency().getCurrencyCode())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ChannelOutcome outcome(byte[] body, Money amount) {
        try {
            var answer = Json.object(body);
            return switch (Json.text(answer, "state")) {
                case "paid" -> new ChannelOutcome.Approved(amount, Json.required(answer, "reference"));
                case "waiting" ->
                    new ChannelOutcome.Pending(
                            NextAction.qrCode(Json.required(answer, "qr_code")), Json.required(answer, "reference"));
                default -> new ChannelOutcome.Unknown("state_unknown", "the stub says paid or waiting");
            };
        } catch (UnreadableException unreadable) {
            return new ChannelOutcome.Unknown("answer_unreadable", String.valueOf(unreadable.getMessage()));
        }
    }
}
