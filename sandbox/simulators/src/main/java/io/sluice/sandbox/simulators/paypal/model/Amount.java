package io.sluice.sandbox.simulators.paypal.model;

import io.sluice.sandbox.simulators.model.Decision;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Pattern;

/** An amount in minor units of its currency; on the wire a decimal text with the currency's own digits. */
public record Amount(String currency, long minor) {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    /** Currencies that this channel takes in whole units only, whatever ISO 4217 says. */
    private static final Set<String> WHOLE = Set.of("HUF", "JPY", "TWD");

    /** Refused in the channel's own words when it is no amount that can be paid. */
    public static Decision<Amount, Refusal> read(String currency, String value, String field) {
        if (!isCurrency(currency)) {
            return Refusal.refuse(Issue.INVALID_CURRENCY_CODE, field + "/currency_code");
        }
        if (!DECIMAL.matcher(value).matches()) {
            return Refusal.refuse(Issue.INVALID_PARAMETER_SYNTAX, field + "/value");
        }
        var decimal = new BigDecimal(value);
        if (decimal.scale() > 0 && WHOLE.contains(currency)) {
            return Refusal.refuse(Issue.DECIMALS_NOT_SUPPORTED, field + "/value");
        }
        if (decimal.scale() > digits(currency)) {
            return Refusal.refuse(Issue.DECIMAL_PRECISION, field + "/value");
        }
        return decimal.signum() > 0
                ? Decision.granted(new Amount(
                        currency, decimal.movePointRight(digits(currency)).longValueExact()))
                : Refusal.refuse(Issue.CANNOT_BE_ZERO_OR_NEGATIVE, field + "/value");
    }

    public String value() {
        var decimal = BigDecimal.valueOf(minor, digits(currency));
        return WHOLE.contains(currency) ? decimal.toBigInteger().toString() : decimal.toPlainString();
    }

    public Amount of(long otherMinor) {
        return new Amount(currency, otherMinor);
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code) && known.getDefaultFractionDigits() >= 0);
    }

    private static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
