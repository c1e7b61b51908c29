package io.sluice.channels.bill.model;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a source gives until it gives null; asked for one at a time, when somebody wants it. */
public final class Pulled<O> implements Iterator<O> {

    private final Supplier<@Nullable O> source;
    private @Nullable O ready;

    public Pulled(Supplier<@Nullable O> source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        if (ready == null) {
            ready = source.get();
        }
        return ready != null;
    }

    @Override
    public O next() {
        O given = hasNext() ? ready : null;
        if (given == null) {
            throw new NoSuchElementException();
        }
        ready = null;
        return given;
    }
}
