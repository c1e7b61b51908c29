package io.sluice.channels.alipay;

import io.sluice.channels.fixture.SimulatorControl;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.id.AttemptId;
import io.sluice.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A merchant who is paid by Alipay. */
final class Shop extends io.sluice.channels.contract.Shop<AlipayChannel> {
    static final String BARCODE = "28763443825664394";

    private static final AlipayProvider PROVIDER = new AlipayProvider();

    Shop() {
        this(Map.of());
    }

    Shop(Map<String, String> different) {
        super(PROVIDER, AlipayChannel.class, fields(), different);
    }

    private static Map<String, String> fields() {
        var merchant = Simulator.merchant();
        return Map.of(
                "app_id", merchant.appId(),
                "seller_id", merchant.sellerId(),
                "app_private_key", merchant.privateKeyPem(),
                "alipay_public_key", merchant.alipayPublicKeyPem(),
                "base_url", Simulator.url(),
                "return_url", "https://shop.example/thanks",
                "in_doubt_seconds", "1");
    }

    /** By another method than the contract's, with what that method needs. */
    PayOrder order(String method, String outcome, Duration time) {
        return new PayOrder(
                AttemptId.next().channelNumber(),
                price(),
                method,
                "tea outcome=" + outcome,
                method.equals("alipay_code") ? BARCODE : null,
                null,
                Instant.now().plus(time));
    }

    @Override
    protected void look(PayOrder order) {
        simulator().post("/orders/" + order.number() + "/meet", "{}");
    }

    @Override
    public Shop elsewhere(String url) {
        return new Shop(Map.of("base_url", url));
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
        return List.of(Money.of(1, "CNY"), Money.of(1050, "CNY"), Money.of(9_999_999_999L, "CNY"));
    }

    @Override
    protected String method() {
        return "alipay_qr";
    }
}
