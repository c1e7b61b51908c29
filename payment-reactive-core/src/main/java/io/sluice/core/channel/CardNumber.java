package io.sluice.core.channel;

import java.util.regex.Pattern;

/**
 * A card's number, in the clear. Its {@code toString} shows the first six digits and the last four.
 *
 * @param value 12 to 19 digits, the last of which is right by Luhn's rule
 */
public record CardNumber(String value) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{12,19}");

    /** @throws IllegalArgumentException saying what the number must be, without the number */
    public CardNumber {
        if (!DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("must be 12 to 19 digits");
        }
        if (!endsRight(value)) {
            throw new IllegalArgumentException("must be a card's number: its last digit does not fit the others");
        }
    }

    public String masked() {
        return value.substring(0, 6) + "*".repeat(value.length() - 10) + value.substring(value.length() - 4);
    }

    private static boolean endsRight(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    @Override
    public String toString() {
        return "CardNumber[" + masked() + "]";
    }
}
