package io.sluice.sandbox.simulators.unionpay.book;

import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.Delivery;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened together: one line, so that a kill keeps all of it or nothing. */
public record JournalLine(
        @Nullable Transaction transaction,
        @Nullable List<Callback> notices,
        @Nullable Delivery delivery) {

    public static JournalLine of(Transaction transaction) {
        return new JournalLine(transaction, null, null);
    }

    static JournalLine of(Delivery delivery) {
        return new JournalLine(null, null, delivery);
    }

    public JournalLine with(List<Callback> following) {
        return new JournalLine(transaction, following, delivery);
    }

    public List<Callback> following() {
        return notices == null ? List.of() : notices;
    }
}
