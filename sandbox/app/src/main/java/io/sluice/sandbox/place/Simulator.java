package io.sluice.sandbox.place;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The simulated channels of a sandbox. */
public enum Simulator {
    WECHAT("WeChat Pay", Port.WECHAT_SIMULATOR),
    PAYPAL("PayPal", Port.PAYPAL_SIMULATOR),
    BANK("a bank", Port.BANK_SIMULATOR),
    UNIONPAY("UnionPay", Port.UNIONPAY_SIMULATOR),
    ALIPAY("Alipay", Port.ALIPAY_SIMULATOR);

    private final String title;
    private final Port port;

    Simulator(String title, Port port) {
        this.title = title;
        this.port = port;
    }

    /** The channel's name in the gateway. */
    public String channel() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it listens for people, tests and, over HTTP, the gateway. */
    public Port port() {
        return port;
    }

    public static Optional<Simulator> ofChannel(String channel) {
        return Arrays.stream(values())
                .filter(one -> one.channel().equals(channel))
                .findFirst();
    }

    /** All channels' names in the gateway, separated by commas. */
    public static String channels() {
        return Arrays.stream(values()).map(Simulator::channel).collect(Collectors.joining(","));
    }

    /** All channels as people call them. */
    public static String titles() {
        return Arrays.stream(values()).map(one -> one.title).collect(Collectors.joining(", "));
    }
}
