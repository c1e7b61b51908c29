package io.sluice.sandbox.simulators.wechat.model;

import java.util.Locale;
import java.util.Optional;

/** How the payer meets the order; the order's path ends in the name. */
public enum TradeType {
    NATIVE,
    JSAPI,
    H5,
    APP;

    public static Optional<TradeType> ofPath(String segment) {
        for (TradeType type : values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(segment)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** What `trade_type` says in queries and callbacks: an H5 payment is called MWEB there. */
    public String wireName() {
        return this == H5 ? "MWEB" : name();
    }
}
