package io.sluice.channels.paypal;

import io.sluice.channels.fixture.CallbackInbox;
import io.sluice.channels.fixture.Eventually;
import io.sluice.channels.fixture.TestClock;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A merchant who is paid through the adapter. */
final class Shop {

    static final Duration DEADLINE = Duration.ofSeconds(3);

    private static final CallbackInbox INBOX = new CallbackInbox();
    private static final PayPalProvider PROVIDER = new PayPalProvider();

    final TestClock clock = new TestClock();
    final ChannelAccountId account = ChannelAccountId.next();
    final PayPalChannel channel;

    Shop() {
        this(Map.of());
    }

    /** @param different fields that differ from the right ones; an empty value takes the field away */
    Shop(Map<String, String> different) {
        Map<String, String> fields = fields();
        fields.putAll(different);
        fields.values().removeIf(String::isEmpty);
        var environment = new ChannelEnvironment(clock, INBOX.url(), DEADLINE);
        this.channel = (PayPalChannel) PROVIDER.open(new AccountConfiguration(account, "paypal", fields), environment);
        Simulator.control("/webhook", "{\"url\":\"" + INBOX.url() + "/callbacks/" + account + "\"}");
    }

    static Map<String, String> fields() {
        var merchant = Simulator.merchant();
        return new HashMap<>(Map.of(
                "client_id", merchant.clientId(),
                "client_secret", merchant.clientSecret(),
                "merchant_id", merchant.merchantId(),
                "webhook_id", merchant.webhookId(),
                "return_url", "https://shop.example/thanks",
                "cancel_url", "https://shop.example/cart",
                "base_url", Simulator.url(),
                "webhook_certificates", Simulator.url() + "/v1/notifications/certs/",
                "webhook_authority", merchant.certificatePem(),
                "currencies", "USD,EUR,JPY,KWD"));
    }

    /** An order over 15 dollars that meets with {@code outcome} at the simulator. */
    PayOrder order(String outcome) {
        return order(outcome, Money.of(1500, "USD"));
    }

    PayOrder order(String outcome, Money amount) {
        Instant end = Instant.now().plus(Duration.ofHours(1));
        return new PayOrder(
                AttemptId.next().channelNumber(), amount, "paypal", "tea outcome=" + outcome, null, null, end);
    }

    /** An order as the gateway remembers it after its channel has answered. */
    record Placed(PayOrder order, @Nullable String reference) {

        OrderReference asked() {
            return new OrderReference(order.number(), order.amount(), reference);
        }
    }

    Placed place(PayOrder order) {
        return new Placed(order, ((Pending) pay(order)).channelReference());
    }

    Placed placeToHold(PayOrder order) {
        var pending = (Pending) block(channel.authorize(order));
        return new Placed(order, pending.channelReference());
    }

    ChannelOutcome pay(PayOrder order) {
        return block(channel.pay(order));
    }

    ChannelOutcome inquire(Placed placed) {
        return block(channel.inquire(placed.asked()));
    }

    ChannelOutcome close(Placed placed) {
        return block(channel.close(placed.asked()));
    }

    CallbackReading read(RawCallback callback) {
        return block(channel.read(callback));
    }

    static <T> T block(Mono<T> mono) {
        return Objects.requireNonNull(mono.block());
    }

    /** Asks until the answer is of that kind. */
    <T extends ChannelOutcome> T inquireUntil(Class<T> kind, Placed placed) {
        return kind.cast(Eventually.get(() -> inquire(placed), kind::isInstance));
    }

    /** Asks for a capture, a void or a refund of {@code reference}. */
    static ModificationOrder modification(
            PayOrder order, String reference, long minor, boolean last, @Nullable String outcome) {
        return new ModificationOrder(
                AttemptId.next().channelNumber(),
                order.number(),
                reference,
                new Money(minor, order.amount().currency()),
                order.amount(),
                last,
                outcome == null ? null : "outcome=" + outcome);
    }

    /** The webhooks of one kind to this account so far, at least {@code count}. */
    List<RawCallback> webhooks(String kind, int count) {
        return Eventually.get(
                () -> INBOX.letters("callbacks/" + account).stream()
                        .filter(letter -> new String(letter.body(), StandardCharsets.UTF_8)
                                .contains("\"event_type\":\"" + kind + "\""))
                        .toList(),
                letters -> letters.size() >= count);
    }
}
