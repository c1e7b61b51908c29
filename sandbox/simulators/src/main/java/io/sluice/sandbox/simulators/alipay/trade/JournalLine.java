package io.sluice.sandbox.simulators.alipay.trade;

import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.book.model.BookEntry;
import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.Delivery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened together: one line, so that a kill keeps all of it or nothing. */
public record JournalLine(
        @Nullable Trade trade,
        @Nullable BookEntry entry,
        @Nullable List<Callback> callbacks,
        @Nullable Delivery delivery) {

    static JournalLine of(Trade trade) {
        return new JournalLine(trade, null, null, null);
    }

    static JournalLine of(Delivery delivery) {
        return new JournalLine(null, null, null, delivery);
    }

    JournalLine with(BookEntry booked) {
        return new JournalLine(trade, booked, callbacks, delivery);
    }

    JournalLine with(List<Callback> following) {
        return new JournalLine(trade, entry, following, delivery);
    }

    /** The trade as the line leaves it. */
    Trade left() {
        if (trade == null) {
            throw new IllegalStateException("The line of a trade must have it");
        }
        return trade;
    }

    List<Callback> following() {
        return callbacks == null ? List.of() : callbacks;
    }
}
