package io.sluice.channels.bill;

import io.sluice.channels.bill.model.Stage;
import io.sluice.core.channel.bill.BillLine;
import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;
import reactor.core.publisher.Flux;

/** A bill of any length in a channel's own form, which its simulator writes while it is read. */
public interface LongFile {

    /** @param lines in it */
    Flux<byte[]> content(int lines);

    /** How the adapter reads it. */
    Stage<byte[], BillLine> reading(int lines);

    /** A list of which nothing is in memory. */
    static <L> List<L> lines(int count, IntFunction<L> line) {
        return new AbstractList<>() {
            @Override
            public L get(int index) {
                return line.apply(index);
            }

            @Override
            public int size() {
                return count;
            }
        };
    }
}
