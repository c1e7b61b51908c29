package io.sluice.ledger.posting.r2dbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** One array parameter of the statement: a value a row. */
final class Column<T> {

    private final List<T> values = new ArrayList<>();
    private final IntFunction<T[]> array;

    Column(IntFunction<T[]> array) {
        this.array = array;
    }

    void add(T value) {
        values.add(value);
    }

    int size() {
        return values.size();
    }

    T[] toArray() {
        return values.toArray(array);
    }

    static Column<String> ofText() {
        return new Column<>(String[]::new);
    }

    static Column<Integer> ofInt() {
        return new Column<>(Integer[]::new);
    }
}
