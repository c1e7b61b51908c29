package io.sluice.edge.signature.model.field;

import java.math.BigDecimal;

/** Reads integers and decimals within RFC 9651's bounds of digits. */
final class NumberParser {

    private static final int WHOLE_DIGITS = 15;
    private static final int DIGITS_BEFORE_POINT = 12;
    private static final int DIGITS_BEHIND_POINT = 3;

    private final Cursor cursor;

    NumberParser(Cursor cursor) {
        this.cursor = cursor;
    }

    BareItem parse() {
        String sign = cursor.skip('-') ? "-" : "";
        String whole = digits(WHOLE_DIGITS);
        if (!cursor.skip('.')) {
            return new BareItem.Whole(Long.parseLong(sign + whole));
        }
        if (whole.length() > DIGITS_BEFORE_POINT) {
            throw cursor.refuse("has more than " + DIGITS_BEFORE_POINT + " digits before a decimal point");
        }
        return new BareItem.Decimal(new BigDecimal(sign + whole + '.' + digits(DIGITS_BEHIND_POINT)));
    }

    private String digits(int limit) {
        String digits = cursor.run(BareItemParser.DIGITS);
        if (digits.length() > limit) {
            throw cursor.refuse("has a number of more than " + limit + " digits");
        }
        if (digits.isEmpty()) {
            throw cursor.unexpected("a digit");
        }
        return digits;
    }
}
