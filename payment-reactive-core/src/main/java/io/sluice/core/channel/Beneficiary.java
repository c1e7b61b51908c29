package io.sluice.core.channel;

import java.util.regex.Pattern;

/**
 * Whom a payout goes to, in the clear: it lives in memory only, between its sealing and its channel. Its {@code toString} shows
 * nothing that names the person.
 */
public sealed interface Beneficiary {

    /** What kind it is, as merchants say it. */
    String type();

    /** Enough for the merchant to know it again, and for nobody to use it. */
    String masked();

    /**
     * The holder of a bank card.
     *
     * @param name as the bank knows it; the bank refuses another's
     */
    record BankCard(CardNumber number, String name) implements Beneficiary {

        public static final String TYPE = "bank_card";

        private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,60}");

        /** @throws IllegalArgumentException saying what the name must be */
        public BankCard {
            if (!NAME.matcher(name).matches() || name.isBlank()) {
                throw new IllegalArgumentException("must be the card holder's name, of 1 to 60 characters");
            }
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public String masked() {
            return number.masked();
        }

        @Override
        public String toString() {
            return "BankCard[" + masked() + "]";
        }
    }
}
