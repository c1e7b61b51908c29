package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.book.model.BookEntry;
import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.Delivery;
import io.sluice.sandbox.simulators.wechat.model.Order;
import io.sluice.sandbox.simulators.wechat.model.Refund;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened together: one line, so that a kill keeps all of it or nothing. */
record JournalLine(
        @Nullable Order order,
        @Nullable Refund refund,
        @Nullable BookEntry entry,
        @Nullable List<Callback> callbacks,
        @Nullable Delivery delivery) {

    /** Nothing happened. */
    static final JournalLine NONE = new JournalLine(null, null, null, null, null);

    static JournalLine of(Order order) {
        return new JournalLine(order, null, null, null, null);
    }

    static JournalLine of(Order order, Refund refund) {
        return new JournalLine(order, refund, null, null, null);
    }

    /** Nothing happened; only says which refund is meant. */
    static JournalLine of(Refund refund) {
        return new JournalLine(null, refund, null, null, null);
    }

    static JournalLine of(Delivery delivery) {
        return new JournalLine(null, null, null, null, delivery);
    }

    JournalLine with(BookEntry booked) {
        return new JournalLine(order, refund, booked, callbacks, delivery);
    }

    JournalLine with(List<Callback> following) {
        return new JournalLine(order, refund, entry, following, delivery);
    }

    List<Callback> following() {
        return callbacks == null ? List.of() : callbacks;
    }
}
