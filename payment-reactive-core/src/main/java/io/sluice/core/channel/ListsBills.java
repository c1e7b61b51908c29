package io.sluice.core.channel;

import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.channel.bill.BillType;
import java.time.LocalDate;
import java.util.Set;
import reactor.core.publisher.Flux;

/** Tells, day by day, what it did for this account. */
public interface ListsBills extends Channel {

    /** The bills it has. */
    Set<BillType> bills();

    /**
     * Downloads the bill of a day while it is read: no more of it is in memory than a few lines, however long it is. Nothing
     * is asked before it is subscribed to, and each subscription asks anew. Hash, signature, count and totals are compared when the
     * last line has been given and before the end is: <em>until then no line is to be believed</em>. Whoever waits a minute
     * between two lines may lose the connection.
     *
     * @param day in the channel's own time zone
     * @param type one of {@link #bills()}
     * @return the lines in the channel's order, possibly none; fails with a {@link BillException} and nothing else
     */
    Flux<BillLine> bill(LocalDate day, BillType type);
}
