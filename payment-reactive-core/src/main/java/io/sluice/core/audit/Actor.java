package io.sluice.core.audit;

import io.sluice.core.id.MerchantId;

/** Who changes the configuration: {@code operator:<name>} or a merchant's id. */
public record Actor(String name) {

    public static Actor operator(String name) {
        return new Actor("operator:" + name);
    }

    public static Actor merchant(MerchantId id) {
        return new Actor(id.toString());
    }
}
