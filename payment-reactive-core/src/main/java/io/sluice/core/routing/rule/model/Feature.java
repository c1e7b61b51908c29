package io.sluice.core.routing.rule.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What of the gateway can be turned off as a whole. What was begun goes on to its end. */
public enum Feature {
    NEW_PAYMENTS,
    CAPTURES,
    REFUNDS,
    PAYOUTS;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> wireNames() {
        return Stream.of(values()).map(Feature::wireName).toList();
    }
}
