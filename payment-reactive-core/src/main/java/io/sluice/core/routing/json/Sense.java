package io.sluice.core.routing.json;

import io.sluice.core.merchant.model.InvalidFieldException;
import io.sluice.core.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Refuses what can be read and makes no sense. */
final class Sense {

    private Sense() {}

    static void requireCurrency(StrictFields fields, String name, String code) {
        try {
            Money.of(0, code);
        } catch (IllegalArgumentException e) {
            throw fields.invalid(name, String.valueOf(e.getMessage()));
        }
    }

    static void requireOrder(
            StrictFields fields, @Nullable Long lower, @Nullable Long upper, String name, String than) {
        if (lower != null && upper != null && lower > upper) {
            throw fields.invalid(name, "must not be below " + than);
        }
    }

    static <T> void requireDistinct(List<T> entries, Function<T, Object> key, String field, String rule) {
        Set<Object> seen = new HashSet<>();
        entries.stream()
                .filter(entry -> !seen.add(key.apply(entry)))
                .findFirst()
                .ifPresent(again -> {
                    throw new InvalidFieldException(field, rule + "; " + key.apply(again) + " comes twice");
                });
    }
}
