package io.sluice.notifier.delivery.r2dbc;

import io.sluice.core.r2dbc.ArrayParameter;
import io.sluice.core.r2dbc.ElementType;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows turned into the arrays that {@code unnest} takes. */
final class Columns {

    private Columns() {}

    static <T> ArrayParameter<T, UUID> uuids(List<T> rows, Function<T, UUID> column) {
        return new ArrayParameter<>(rows, ElementType.UUIDS, column);
    }

    static <T> ArrayParameter<T, String> texts(List<T> rows, Function<T, @Nullable String> column) {
        return new ArrayParameter<>(rows, ElementType.TEXTS, column);
    }

    static <T> ArrayParameter<T, Long> numbers(List<T> rows, Function<T, @Nullable Long> column) {
        return new ArrayParameter<>(rows, ElementType.BIGINTS, column);
    }
}
