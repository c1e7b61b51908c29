package io.sluice.core.merchant.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of money that comes once a payment has failed or is closed, where nothing else about it is in doubt. */
public enum LateSuccess {
    /** The gateway gives it back by itself. */
    GIVE_BACK,
    /** Two people decide, as with any other conflict. */
    PEOPLE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LateSuccess> of(String wireName) {
        return Arrays.stream(values())
                .filter(known -> known.wireName().equals(wireName))
                .findFirst();
    }
}
