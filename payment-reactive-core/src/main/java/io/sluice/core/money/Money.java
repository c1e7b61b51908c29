package io.sluice.core.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/**
 * An amount in minor units (fen, cents, yen, fils) of one ISO 4217 currency. Arithmetic is exact: it throws
 * {@link ArithmeticException} on overflow and {@link IllegalArgumentException} when currencies differ.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);
    private static final BigInteger FIVE_THOUSAND = BigInteger.valueOf(5_000);

    /** @throws IllegalArgumentException when {@code currencyCode} is not an ISO 4217 code with minor units */
    public static Money of(long minor, String currencyCode) {
        return new Money(minor, currency(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Parses a decimal amount in major units, such as {@code 15.00}.
     *
     * @throws IllegalArgumentException when it is not a plain decimal or has more digits than the currency
     */
    public static Money parse(String decimal, String currencyCode) {
        Currency currency = currency(currencyCode);
        if (!decimal.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException("amount '" + decimal + "' is not a decimal number; write it as 15.00");
        }
        try {
            long minor = new BigDecimal(decimal)
                    .movePointRight(currency.getDefaultFractionDigits())
                    .longValueExact();
            return new Money(minor, currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "amount '" + decimal + "' has more digits than " + currencyCode + " allows ("
                            + currency.getDefaultFractionDigits() + ")",
                    e);
        }
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.subtractExact(minor, other.minor), currency);
    }

    /** So many hundredths of a per cent of it, rounded half up. */
    public Money share(int basisPoints) {
        BigInteger share = BigInteger.valueOf(minor)
                .multiply(BigInteger.valueOf(basisPoints))
                .add(FIVE_THOUSAND)
                .divide(TEN_THOUSAND);
        return new Money(share.longValueExact(), currency);
    }

    public boolean isPositive() {
        return minor > 0;
    }

    /** The amount in major units with the currency's own digits: {@code 15.00}, {@code 1500} (JPY), {@code 1.500} (KWD). */
    public String toDecimal() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return toDecimal() + " " + currency.getCurrencyCode();
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
        }
    }

    private static Currency currency(String code) {
        Currency currency;
        try {
            currency = Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + code + "' is not an ISO 4217 currency code, such as CNY", e);
        }
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("'" + code + "' has no minor unit and cannot be paid in");
        }
        return currency;
    }
}
