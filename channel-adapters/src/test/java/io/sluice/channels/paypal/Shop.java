package io.sluice.channels.paypal;

import io.sluice.channels.contract.Placed;
import io.sluice.channels.fixture.Eventually;
import io.sluice.channels.fixture.SimulatorControl;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A merchant who is paid through PayPal. */
final class Shop extends io.sluice.channels.contract.Shop<PayPalChannel> {
    private static final PayPalProvider PROVIDER = new PayPalProvider();

    Shop() {
        this(Map.of());
    }

    Shop(Map<String, String> different) {
        super(PROVIDER, PayPalChannel.class, fields(), different);
        Simulator.CONTROL.post("/webhook", "{\"url\":\"" + INBOX.url() + "/callbacks/" + account + "\"}");
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

    @Override
    public Shop elsewhere(String url) {
        return new Shop(Map.of("base_url", url));
    }

    @Override
    public SimulatorControl simulator() {
        return Simulator.CONTROL;
    }

    /** 15 dollars. */
    @Override
    public Money price() {
        return Money.of(1500, "USD");
    }

    @Override
    public List<Money> edges() {
        return List.of(
                Money.of(1, "JPY"),
                Money.of(1500, "JPY"),
                Money.of(1, "KWD"),
                Money.of(1500, "KWD"),
                Money.of(1, "USD"),
                Money.of(999_999_999, "EUR"));
    }

    @Override
    protected String method() {
        return "paypal";
    }

    Placed placeToHold(PayOrder order) {
        var pending = (Pending) block(channel.authorize(order));
        return new Placed(order, pending.channelReference());
    }

    /** The webhooks of one kind to this account so far, at least {@code count}. */
    List<RawCallback> webhooks(String kind, int count) {
        return Eventually.get(
                () -> callbacks(0).stream()
                        .filter(letter -> new String(letter.body(), StandardCharsets.UTF_8)
                                .contains("\"event_type\":\"" + kind + "\""))
                        .toList(),
                letters -> letters.size() >= count);
    }
}
