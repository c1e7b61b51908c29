package io.sluice.core.channel.bill;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of its bills a channel is asked for. */
public enum BillType {
    /** What payers paid and got back. */
    TRADES,
    /** What moved on the merchant's account at the channel: also fees, and what was withdrawn. */
    FUNDS;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BillType> of(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst();
    }
}
