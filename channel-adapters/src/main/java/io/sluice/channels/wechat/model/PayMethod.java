package io.sluice.channels.wechat.model;

import io.sluice.core.channel.Capabilities.MethodCapability;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the payer meets the order. */
public enum PayMethod {
    NATIVE("wechat_native", "/v3/pay/transactions/native", false),
    JSAPI("wechat_jsapi", "/v3/pay/transactions/jsapi", true);

    /** The interface carries the amount as a 32-bit number of fen. */
    private static final long MOST_FEN = Integer.MAX_VALUE;

    private final String wireName;
    private final String path;
    private final boolean payerRequired;

    PayMethod(String wireName, String path, boolean payerRequired) {
        this.wireName = wireName;
        this.path = path;
        this.payerRequired = payerRequired;
    }

    public static Optional<PayMethod> of(String name) {
        return Arrays.stream(values())
                .filter(method -> method.wireName.equals(name))
                .findFirst();
    }

    /** The gateway's name of the method. */
    public String wireName() {
        return wireName;
    }

    /** Where orders go. */
    public String path() {
        return path;
    }

    public boolean payerRequired() {
        return payerRequired;
    }

    public MethodCapability capability() {
        return new MethodCapability(wireName, List.of("CNY"), 1, MOST_FEN, payerRequired);
    }
}
