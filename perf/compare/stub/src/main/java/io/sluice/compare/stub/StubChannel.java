package io.sluice.compare.stub;

import io.sluice.channels.crypto.RsaPublicKey;
import io.sluice.channels.http.HttpExchange;
import io.sluice.channels.http.Json;
import io.sluice.channels.http.Request;
import io.sluice.channels.http.Sent;
import io.sluice.channels.http.UnreadableException;
import io.sluice.core.channel.CallbackAnswer;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.Inquires;
import io.sluice.core.channel.NextAction;
import io.sluice.core.channel.Notifies;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.Pays;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The stub as a channel. What it does not answer is unknown, as it is of every channel. */
record StubChannel(HttpExchange exchange, RsaPublicKey key, Capabilities capabilities)
        implements Pays, Inquires, Notifies {
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
        return ask(order.method(), order.number(), order.amount())
                .map(sent -> sent instanceof Sent.NotWritten(String code, String message)
                        ? new ChannelOutcome.NotSent(Fault.CHANNEL, code, message)
                        : outcome(sent, order.amount()));
    }

    /** Whoever waits for a payer still waits: he has paid when the stub calls back. */
    @Override
    public Mono<ChannelOutcome> inquire(OrderReference order) {
        return ask(order.method(), order.number(), order.amount()).map(sent -> outcome(sent, order.amount()));
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

    private Mono<Sent> ask(@Nullable String method, String number, Money amount) {
        String target = QR.equals(method) ? PAID_LATER : PAID_AT_ONCE;
        return exchange.send(Request.post(target, Map.of(), document(number, amount)));
    }

    private static String document(String number, Money amount) {
        return Json.MAPPER
                .createObjectNode()
                .put("number", number)
                .put("amount", amount.minor())
                .put("currency", amount.currency().getCurrencyCode())
                .toString();
    }

    private static ChannelOutcome outcome(Sent sent, Money amount) {
        return switch (sent) {
            case Sent.Answered answered -> read(answered.body(), amount);
            case Sent.NotWritten(String code, String message) -> new ChannelOutcome.Unknown(code, message);
            case Sent.Lost(String code, String message) -> new ChannelOutcome.Unknown(code, message);
        };
    }

    private static ChannelOutcome read(byte[] body, Money amount) {
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
