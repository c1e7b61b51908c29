package io.sluice.channels.unionpay;

import io.sluice.channels.contract.Placed;
import io.sluice.channels.fixture.SimulatorControl;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.money.Money;
import io.sluice.sandbox.simulators.unionpay.MerchantCredentials;
import java.util.List;
import java.util.Map;

/** A merchant who is paid through UnionPay, whose payers open the form at once. */
class Shop extends io.sluice.channels.contract.Shop<UnionPayChannel> {
    private static final UnionPayProvider PROVIDER = new UnionPayProvider();

    Shop() {
        this(Map.of());
    }

    Shop(Map<String, String> different) {
        this(Simulator.SERVER.credentials(), different);
    }

    private Shop(MerchantCredentials merchant, Map<String, String> different) {
        super(PROVIDER, UnionPayChannel.class, fields(merchant), different);
    }

    static Shop signingBySm2() {
        return new Shop(Simulator.SERVER.sm2Credentials(), Map.of());
    }

    static Map<String, String> fields(MerchantCredentials merchant) {
        return Map.of(
                "merchant_id", merchant.merId(),
                "certificate_id", merchant.certId(),
                "private_key", merchant.privateKeyPem(),
                "sign_method", merchant.signMethod(),
                "root_certificates", merchant.rootPem(),
                "encryption_certificate", merchant.encryptionPem(),
                "front_url", "https://shop.example/thanks",
                "base_url", Simulator.url(),
                "file_url", Simulator.url());
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
        return List.of(Money.of(1, "CNY"), Money.of(999_999_999_999L, "CNY"));
    }

    @Override
    protected String method() {
        return UnionPayProvider.METHOD;
    }

    @Override
    protected void show(ChannelOutcome outcome) {
        if (outcome instanceof Pending pending && pending.nextAction() != null) {
            Browser.open(pending.nextAction());
        }
    }

    /** Collects the money and returns UnionPay's number of that. */
    String collect(PayOrder order) {
        show(block(channel.pay(order)));
        return inquireUntil(ChannelOutcome.Approved.class, new Placed(order, null))
                .channelReference();
    }

    /** Holds the money and returns UnionPay's number of that. */
    final String hold(PayOrder order) {
        show(block(channel.authorize(order)));
        return inquireUntil(ChannelOutcome.Authorized.class, new Placed(order, null))
                .channelReference();
    }
}
