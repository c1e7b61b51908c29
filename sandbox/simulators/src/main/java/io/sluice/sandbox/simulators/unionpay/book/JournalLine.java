package io.sluice.sandbox.simulators.unionpay.book;

import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.Delivery;
import io.sluice.sandbox.simulators.unionpay.model.Binding;
import io.sluice.sandbox.simulators.unionpay.model.Key;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened together: one line, so that a kill keeps all of it or nothing. */
public record JournalLine(
        @Nullable Transaction transaction,
        @Nullable List<Callback> notices,
        @Nullable Delivery delivery,
        @Nullable Bound bound) {

    /** A binding as it is after the request of that key. */
    public record Bound(Binding binding, Key request) {}

    public static JournalLine of(Transaction transaction) {
        return new JournalLine(transaction, null, null, null);
    }

    public static JournalLine of(Binding binding, Key request) {
        return new JournalLine(null, null, null, new Bound(binding, request));
    }

    static JournalLine of(Delivery delivery) {
        return new JournalLine(null, null, delivery, null);
    }

    public JournalLine with(List<Callback> following) {
        return new JournalLine(transaction, following, delivery, bound);
    }

    public List<Callback> following() {
        return notices == null ? List.of() : notices;
    }
}
