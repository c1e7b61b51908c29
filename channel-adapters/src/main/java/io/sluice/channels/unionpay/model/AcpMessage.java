package io.sluice.channels.unionpay.model;

import io.sluice.core.money.Money;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * What UnionPay says, in an answer or in a notice, its signature verified.
 *
 * @param fields by ACP's names
 */
public record AcpMessage(Map<String, String> fields) {

    private static final int LONGEST_AMOUNT = 15;

    /** A field, or the empty text. */
    public String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Our number of what it is about. */
    public String number() {
        return text("orderId");
    }

    /** UnionPay's own number of it, by which it is modified later. */
    String reference() {
        return text("queryId");
    }

    public Optional<TransactionType> type() {
        return TransactionType.of(text("txnType"));
    }

    /** Whether it is about this transaction of this merchant. */
    boolean isAbout(String merchantId, String number) {
        return text("merId").equals(merchantId)
                && number().equals(number)
                && text("txnTime").equals(TransactionTime.of(number));
    }

    /**
     * What moved. Where what is settled is said beside what was asked for and differs, it is that: whoever compares it finds the
     * difference. Empty when it is not said or in no currency.
     */
    Optional<Money> amount() {
        Optional<Money> asked = money(text("txnAmt"), text("currencyCode"));
        Optional<Money> settled = money(text("settleAmt"), text("settleCurrencyCode"));
        return asked.isPresent() && settled.isPresent() ? settled : asked;
    }

    private static Optional<Money> money(String minor, String numericCode) {
        if (minor.isEmpty()
                || minor.length() > LONGEST_AMOUNT
                || !minor.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
            return Optional.empty();
        }
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getNumericCodeAsString().equals(numericCode))
                .findFirst()
                .map(currency -> new Money(Long.parseLong(minor), currency));
    }
}
