package io.sluice.edge.observe;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what may be the number of a card: 13 to 19 digits, alone, with a valid check digit (ISO/IEC 7812-1, Luhn). */
final class CardNumbers {

    /** The number's first digits are a card scheme's; a time in nanoseconds is not taken for one. */
    private static final Pattern DIGITS = Pattern.compile("(?<![0-9A-Za-z_-])[3-6]\\d{12,18}(?![0-9A-Za-z_-])");

    private CardNumbers() {}

    static List<String> in(String text) {
        return DIGITS.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(CardNumbers::hasCheckDigit)
                .toList();
    }

    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
