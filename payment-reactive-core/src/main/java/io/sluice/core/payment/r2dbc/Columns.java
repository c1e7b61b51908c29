package io.sluice.core.payment.r2dbc;

import io.r2dbc.spi.Statement;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Binds rows as arrays, a column a parameter, in the order of the statement's parameters. */
public final class Columns {

    private final Statement statement;
    private int next;

    public Columns(Statement statement) {
        this.statement = statement;
    }

    public <T> Of<T> of(List<T> rows) {
        return new Of<>(rows);
    }

    /** The columns of one kind of row. */
    public final class Of<T> {

        private final List<T> rows;

        private Of(List<T> rows) {
            this.rows = rows;
        }

        public Of<T> uuid(Function<T, @Nullable UUID> value) {
            return bind(UUID.class, value);
        }

        public Of<T> bool(Predicate<T> value) {
            return bind(Boolean.class, value::test);
        }

        public Of<T> text(Function<T, @Nullable String> value) {
            return bind(String.class, value);
        }

        public Of<T> integer(ToIntFunction<T> value) {
            return bind(Integer.class, value::applyAsInt);
        }

        public Of<T> bigint(ToLongFunction<T> value) {
            return bind(Long.class, value::applyAsLong);
        }

        public Of<T> time(Function<T, @Nullable Instant> value) {
            return bind(OffsetDateTime.class, row -> utc(value.apply(row)));
        }

        private <V> Of<T> bind(Class<V> type, Function<T, ? extends @Nullable V> value) {
            Object column = Array.newInstance(type, rows.size());
            for (int i = 0; i < rows.size(); i++) {
                Array.set(column, i, value.apply(rows.get(i)));
            }
            statement.bind(next++, column);
            return this;
        }

        private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
            return time == null ? null : time.atOffset(ZoneOffset.UTC);
        }
    }
}
