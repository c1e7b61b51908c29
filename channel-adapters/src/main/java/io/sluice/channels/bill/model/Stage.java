package io.sluice.channels.bill.model;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * One step from bytes to lines. It takes what comes piece by piece, cut anywhere, and gives what follows from it: not before it
 * is asked for, so that a small piece that becomes much never is in memory as a whole. For one bill and one thread at a time.
 *
 * <p>All of them fail with a {@link io.sluice.core.channel.bill.BillException} when what came is not what it must be.
 */
public interface Stage<I, O> {

    /** What was given for the piece before is read to its end by then. */
    Iterator<O> next(I piece);

    /** No piece follows: what is still to be given, and whether all came that had to. */
    Iterator<O> end();

    /** Gives back what the step holds outside of the heap. */
    default void close() {}

    /** This step and then another, as one. */
    default <R> Stage<I, R> then(Stage<O, R> following) {
        Stage<I, O> first = this;
        return new Stage<>() {
            @Override
            public Iterator<R> next(I piece) {
                return new Chained<>(first.next(piece), following::next);
            }

            @Override
            public Iterator<R> end() {
                List<Supplier<Iterator<R>>> both =
                        List.of(() -> new Chained<>(first.end(), following::next), following::end);
                return new Chained<>(both.iterator(), Supplier::get);
            }

            @Override
            public void close() {
                first.close();
                following.close();
            }
        };
    }
}
