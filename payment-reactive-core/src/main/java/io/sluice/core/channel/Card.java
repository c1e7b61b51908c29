package io.sluice.core.channel;

import java.time.YearMonth;

/**
 * A payer's card, in the clear: it lives in memory only, between its sealing and its channel. Its {@code toString} shows the first
 * six digits and the last four.
 *
 * @param number as {@link CardNumber} has it
 */
public record Card(String number, YearMonth expiry) {

    /** @throws IllegalArgumentException saying what the number must be, without the number */
    public Card {
        number = new CardNumber(number).value();
    }

    public String masked() {
        return new CardNumber(number).masked();
    }

    @Override
    public String toString() {
        return "Card[" + masked() + "]";
    }
}
