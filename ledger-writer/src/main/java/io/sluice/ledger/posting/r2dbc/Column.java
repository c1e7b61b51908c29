package io.sluice.ledger.posting.r2dbc;

import io.sluice.core.r2dbc.ArrayParameter;
import io.sluice.core.r2dbc.ElementType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One array parameter of the statement: a value a row. */
final class Column<T> {

    private final List<T> values = new ArrayList<>();
    private final ElementType<T> type;

    Column(ElementType<T> type) {
        this.type = type;
    }

    void add(T value) {
        values.add(value);
    }

    int size() {
        return values.size();
    }

    ArrayParameter<T, T> parameter() {
        return new ArrayParameter<>(values, type, Function.identity());
    }
}
