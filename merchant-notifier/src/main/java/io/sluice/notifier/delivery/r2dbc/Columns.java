package io.sluice.notifier.delivery.r2dbc;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows turned into the arrays that {@code unnest} takes. */
final class Columns {

    private Columns() {}

    static <T> UUID[] uuids(List<T> rows, Function<T, UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }

    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        @Nullable String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(rows.get(i));
        }
        return texts;
    }

    static <T> @Nullable Long[] numbers(List<T> rows, Function<T, @Nullable Long> column) {
        @Nullable Long[] numbers = new Long[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = column.apply(rows.get(i));
        }
        return numbers;
    }
}
