package io.sluice.channels.walk;

import io.sluice.channels.http.Json;
import io.sluice.channels.http.UnreadableException;
import io.sluice.core.channel.CallbackAnswer;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.NotSent;
import io.sluice.core.channel.Closes;
import io.sluice.core.channel.Fault;
import io.sluice.core.channel.Inquires;
import io.sluice.core.channel.Notifies;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.Pays;
import io.sluice.core.channel.RawCallback;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** One merchant's account at the wallet. */
record CornerChannel(CornerApi api, String notifyUrl) implements Pays, Inquires, Closes, Notifies {
    static final String METHOD = "corner_wallet";

    private static final Capabilities CAPABILITIES = new Capabilities(
            "corner",
            List.of(new Capabilities.MethodCapability(
                    METHOD, List.of("EUR", "JPY", "KWD"), 1, 999_999_999, /* payerRequired= */ false)),
            Duration.ofMinutes(1));

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Mono<ChannelOutcome> pay(PayOrder order) {
        if (!order.method().equals(METHOD)) {
            return Mono.just(new NotSent(Fault.ORDER, "method_unsupported", "the wallet has " + METHOD + " only"));
        }
        String json = Json.MAPPER
                .createObjectNode()
                .put("number", order.number())
                .put("amount", order.amount().toDecimal())
                .put("currency", order.amount().currency().getCurrencyCode())
                .put("title", order.description())
                .put("notify_url", notifyUrl)
                .toString();
        return api.post("/charges", json).map(reply -> ChargePolicy.placed(reply, order.number()));
    }

    @Override
    public Mono<ChannelOutcome> inquire(OrderReference order) {
        return api.get("/charges/" + order.number()).map(reply -> ChargePolicy.asked(reply, order.number()));
    }

    @Override
    public Mono<ChannelOutcome> close(OrderReference order) {
        return api.post("/charges/" + order.number() + "/close", "{}")
                .map(reply -> ChargePolicy.asked(reply, order.number()));
    }

    @Override
    public Mono<CallbackReading> read(RawCallback callback) {
        return Mono.fromSupplier(() -> api.secret().verifies(callback.body(), callback.header(SharedSecret.HEADER))
                ? open(callback.body())
                : new CallbackReading.Refused("callback_signature_invalid", "signature does not match the body"));
    }

    private static CallbackReading open(byte[] body) {
        try {
            Charge charge = CornerApi.charge(Json.object(body));
            return new CallbackReading.Authentic(
                    charge.id() + charge.state(), charge.number(), ChargePolicy.outcome(charge, charge.number()));
        } catch (UnreadableException unreadable) {
            return new CallbackReading.Refused("callback_unreadable", String.valueOf(unreadable.getMessage()));
        }
    }

    @Override
    public CallbackAnswer acknowledged() {
        return new CallbackAnswer(204, "", "");
    }

    @Override
    public CallbackAnswer refused(String reason) {
        return new CallbackAnswer(401, "text/plain", reason);
    }
}
