package io.sluice.channels.wechat;

import io.sluice.channels.fixture.CallbackInbox;
import io.sluice.channels.fixture.Eventually;
import io.sluice.channels.fixture.TestClock;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A merchant who pays through the adapter. */
final class Shop {

    static final Duration DEADLINE = Duration.ofSeconds(3);

    private static final CallbackInbox INBOX = new CallbackInbox();
    private static final WeChatProvider PROVIDER = new WeChatProvider();

    final TestClock clock = new TestClock();
    final ChannelAccountId account = ChannelAccountId.next();
    final WeChatChannel channel;
    private final Instant expiresAt = Instant.now().plus(Duration.ofHours(1));

    Shop() {
        this(Map.of());
    }

    /** @param different fields that differ from the right ones; an empty value takes the field away */
    Shop(Map<String, String> different) {
        Map<String, String> fields = fields();
        fields.putAll(different);
        fields.values().removeIf(String::isEmpty);
        var environment = new ChannelEnvironment(clock, INBOX.url(), DEADLINE);
        this.channel = (WeChatChannel) PROVIDER.open(new AccountConfiguration(account, "wechat", fields), environment);
    }

    static Map<String, String> fields() {
        var merchant = Simulator.merchant();
        return new HashMap<>(Map.of(
                "app_id", merchant.appid(),
                "merchant_id", merchant.mchid(),
                "merchant_serial", merchant.merchantSerial(),
                "merchant_private_key", merchant.privateKeyPem(),
                "api_v3_key", merchant.apiV3Key(),
                "base_url", Simulator.url()));
    }

    /** An order over 15 yuan that meets with {@code outcome} at the simulator. */
    PayOrder order(String outcome) {
        return order(outcome, AttemptId.next().channelNumber(), 1500);
    }

    PayOrder order(String outcome, String number, long fen) {
        return new PayOrder(
                number, Money.of(fen, "CNY"), "wechat_native", "tea outcome=" + outcome, null, null, expiresAt);
    }

    ChannelOutcome pay(PayOrder order) {
        return Objects.requireNonNull(channel.pay(order).block());
    }

    ChannelOutcome inquire(PayOrder order) {
        return Objects.requireNonNull(channel.inquire(reference(order)).block());
    }

    ChannelOutcome close(PayOrder order) {
        return Objects.requireNonNull(channel.close(reference(order)).block());
    }

    CallbackReading read(RawCallback callback) {
        return Objects.requireNonNull(channel.read(callback).block());
    }

    /** Asks until the answer is of that kind. */
    <T extends ChannelOutcome> T inquireUntil(Class<T> kind, PayOrder order) {
        return kind.cast(Eventually.get(() -> inquire(order), kind::isInstance));
    }

    /** The callbacks to this account so far, at least {@code count}. */
    List<RawCallback> callbacks(int count) {
        return Eventually.get(() -> INBOX.letters("callbacks/" + account), letters -> letters.size() >= count);
    }

    private static OrderReference reference(PayOrder order) {
        return new OrderReference(order.number(), order.amount());
    }
}
