package io.sluice.channels.alipay.model;

import io.sluice.core.money.Money;
import java.util.Optional;

/** Amounts as Alipay writes them: yuan with two digits. */
public final class Yuan {

    public static final String CURRENCY = "CNY";

    private Yuan() {}

    public static boolean isPayable(Money amount) {
        return amount.currency().getCurrencyCode().equals(CURRENCY);
    }

    /** Empty for what is no amount. */
    static Optional<Money> read(String text) {
        try {
            return Optional.of(Money.parse(text, CURRENCY));
        } catch (IllegalArgumentException noAmount) {
            return Optional.empty();
        }
    }
}
