package io.sluice.sandbox.simulators.bank.model;

import java.util.Set;

/** The cards that this bank has issued: numbers that are known for tests everywhere, and no others. */
public final class Cards {
    public static final String UNIONPAY = "6200000000000005";
    public static final String VISA = "4111111111111111";
    public static final String MASTERCARD = "5555555555554444";

    private static final Set<String> ISSUED = Set.of(UNIONPAY, VISA, MASTERCARD);

    private Cards() {}

    static boolean isIssued(String number) {
        return ISSUED.contains(number);
    }

    /** The first six digits and the last four. */
    public static String masked(String number) {
        return number.length() < 12
                ? "*".repeat(number.length())
                : number.substring(0, 6) + "*".repeat(number.length() - 10) + number.substring(number.length() - 4);
    }
}
