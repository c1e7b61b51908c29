package io.sluice.core.audit;

import io.sluice.core.id.MerchantId;

/** Who changes something: {@code operator:<name>}, a merchant's id, or {@code gateway}. */
public record Actor(String name) {

    /** What the gateway does by itself, as it was configured. */
    public static final Actor GATEWAY = new Actor("gateway");

    public static Actor operator(String name) {
        return new Actor("operator:" + name);
    }

    public static Actor merchant(MerchantId id) {
        return new Actor(id.toString());
    }
}
