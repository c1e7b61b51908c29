package io.sluice.channels.bill.model;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** What follows from each of many, one after another; the next is not begun before the last is read. */
final class Chained<I, O> implements Iterator<O> {

    private final Iterator<I> outer;
    private final Function<I, Iterator<O>> following;
    private Iterator<O> inner = Collections.emptyIterator();

    Chained(Iterator<I> outer, Function<I, Iterator<O>> following) {
        this.outer = outer;
        this.following = following;
    }

    @Override
    public boolean hasNext() {
        while (!inner.hasNext()) {
            if (!outer.hasNext()) {
                return false;
            }
            inner = following.apply(outer.next());
        }
        return true;
    }

    @Override
    public O next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return inner.next();
    }
}
