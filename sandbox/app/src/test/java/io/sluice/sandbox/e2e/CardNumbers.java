package io.sluice.sandbox.e2e;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds what may be the number of a card: digits alone, in an issuer's range and length, with a valid check digit
 * (ISO/IEC 7812-1). Times in micro- and nanoseconds begin with 1 until 2033, a transaction's number at WeChat has 28
 * digits and our ids have letters, so that none of them can be one by chance.
 */
final class CardNumbers {
    private static final String RANGES = String.join(
            "|",
            "4\\d{12}(?:\\d{3}){0,2}", // Visa
            "(?:5[1-5]|2[2-7])\\d{14}", // Mastercard
            "3[47]\\d{13}", // American Express
            "3[0689]\\d{12}", // Diners Club
            "35\\d{14}", // JCB
            "6\\d{15,18}"); // UnionPay, Discover, Maestro

    private static final Pattern CARD = Pattern.compile("(?<![0-9A-Za-z_-])(?:" + RANGES + ")(?![0-9A-Za-z_-])");

    private CardNumbers() {}

    static List<String> in(String text) {
        return CARD.matcher(text)
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
