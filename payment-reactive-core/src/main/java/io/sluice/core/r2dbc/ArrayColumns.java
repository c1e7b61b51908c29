package io.sluice.core.r2dbc;

import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Binds rows as arrays, a column a parameter, in the order of the statement's parameters. */
public final class ArrayColumns {

    private final Statement statement;
    private int next;

    public ArrayColumns(Statement statement) {
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
            return bind(ElementType.UUIDS, value);
        }

        public Of<T> bool(Predicate<T> value) {
            return bind(ElementType.BOOLEANS, value::test);
        }

        public Of<T> text(Function<T, @Nullable String> value) {
            return bind(ElementType.TEXTS, value);
        }

        public Of<T> integer(ToIntFunction<T> value) {
            return bind(ElementType.INTEGERS, value::applyAsInt);
        }

        public Of<T> bigint(ToLongFunction<T> value) {
            return bind(ElementType.BIGINTS, value::applyAsLong);
        }

        public Of<T> time(Function<T, @Nullable Instant> value) {
            return bind(ElementType.TIMES, value);
        }

        private <V> Of<T> bind(ElementType<V> type, Function<T, ? extends @Nullable V> value) {
            statement.bind(next++, new ArrayParameter<>(rows, type, value));
            return this;
        }
    }
}
