package io.sluice.channels.paypal.model;

import io.sluice.core.money.Money;
import java.util.List;
import java.util.Set;

/** Amounts as PayPal writes them: decimal texts with the digits of the currency. */
public final class Amounts {

    /** What PayPal takes, but for those of which a business account must be local: INR, CNY, BRL, MYR. */
    public static final List<String> CURRENCIES = List.of(
            "AUD", "CAD", "CHF", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS", "JPY", "MXN", "NOK", "NZD", "PHP",
            "PLN", "SEK", "SGD", "THB", "TWD", "USD");

    /** Currencies with minor units that PayPal takes in whole units only. */
    private static final Set<String> WHOLE = Set.of("HUF", "TWD");

    private Amounts() {}

    /** Whether PayPal can be asked for exactly this amount. */
    public static boolean payable(Money amount) {
        return !WHOLE.contains(amount.currency().getCurrencyCode())
                || amount.toDecimal().endsWith(".00");
    }

    public static String value(Money amount) {
        String decimal = amount.toDecimal();
        return WHOLE.contains(amount.currency().getCurrencyCode()) ? decimal.replace(".00", "") : decimal;
    }
}
