package io.sluice.channels.wechat;

import io.sluice.channels.contract.Placed;
import io.sluice.channels.fixture.SimulatorControl;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.money.Money;
import java.util.List;
import java.util.Map;

/** A merchant who is paid by WeChat Pay. */
final class Shop extends io.sluice.channels.contract.Shop<WeChatChannel> {
    private static final WeChatProvider PROVIDER = new WeChatProvider();

    Shop() {
        this(Map.of());
    }

    Shop(Map<String, String> different) {
        super(PROVIDER, WeChatChannel.class, fields(), different);
    }

    static Map<String, String> fields() {
        var merchant = Simulator.merchant();
        return Map.of(
                "app_id", merchant.appid(),
                "merchant_id", merchant.mchid(),
                "merchant_serial", merchant.merchantSerial(),
                "merchant_private_key", merchant.privateKeyPem(),
                "api_v3_key", merchant.apiV3Key(),
                "base_url", Simulator.url());
    }

    /** WeChat Pay finds orders by our number alone. */
    ChannelOutcome inquire(PayOrder order) {
        return inquire(new Placed(order, null));
    }

    ChannelOutcome close(PayOrder order) {
        return close(new Placed(order, null));
    }

    <T extends ChannelOutcome> T inquireUntil(Class<T> kind, PayOrder order) {
        return inquireUntil(kind, new Placed(order, null));
    }

    @Override
    public Shop elsewhere(String url) {
        return new Shop(Map.of(
                "base_url",
                url,
                "platform_certificates",
                Simulator.merchant().platformCertificates().getFirst()));
    }

    @Override
    public SimulatorControl simulator() {
        return Simulator.CONTROL;
    }

    /** 15 yuan. */
    @Override
    public Money price() {
        return Money.of(1500, "CNY");
    }

    @Override
    public List<Money> edges() {
        return List.of(Money.of(1, "CNY"), Money.of(999_999_999, "CNY"));
    }

    @Override
    protected String method() {
        return "wechat_native";
    }
}
