package io.sluice.sandbox.books;

import io.sluice.sandbox.place.SandboxException;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as people write them. */
public final class Amounts {
    private Amounts() {}

    public static String shown(long minor, String currency) {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString() + " " + currency;
    }

    /** @throws SandboxException when it is no positive amount of that currency */
    public static long minor(String amount, String currency) {
        try {
            long minor = new BigDecimal(amount).movePointRight(digits(currency)).longValueExact();
            if (minor > 0) {
                return minor;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Said below.
        }
        throw new SandboxException("'%s' is no amount of %s: write one such as %s"
                .formatted(amount, currency, BigDecimal.valueOf(1500, digits(currency))));
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new SandboxException("there is no currency '" + currency + "': use an ISO 4217 code such as CNY", e);
        }
    }
}
