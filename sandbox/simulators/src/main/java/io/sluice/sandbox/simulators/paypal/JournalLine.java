package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.Delivery;
import io.sluice.sandbox.simulators.paypal.model.BookEntry;
import io.sluice.sandbox.simulators.paypal.model.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened together: one line, so that a kill keeps all of it or nothing. */
record JournalLine(
        @Nullable Order order,
        @Nullable Remembered remembered,
        @Nullable BookEntry entry,
        @Nullable List<Callback> callbacks,
        @Nullable Delivery delivery,
        @Nullable String webhookUrl) {

    /**
     * A request id and what came of it.
     *
     * @param key the operation and the id
     * @param resource the id of what was made, within {@code orderId}
     */
    record Remembered(String key, String fingerprint, String orderId, String resource) {

        /** What is not to be repeated but tried again. */
        Remembered forgotten() {
            return new Remembered("", fingerprint, orderId, resource);
        }
    }

    static JournalLine of(Order order) {
        return new JournalLine(order, null, null, null, null, null);
    }

    static JournalLine of(Delivery delivery) {
        return new JournalLine(null, null, null, null, delivery, null);
    }

    static JournalLine ofWebhookUrl(String url) {
        return new JournalLine(null, null, null, null, null, url);
    }

    JournalLine with(@Nullable Remembered request) {
        return new JournalLine(order, request, entry, callbacks, delivery, webhookUrl);
    }

    JournalLine with(BookEntry booked) {
        return new JournalLine(order, remembered, booked, callbacks, delivery, webhookUrl);
    }

    JournalLine with(List<Callback> following) {
        return new JournalLine(order, remembered, entry, following, delivery, webhookUrl);
    }

    List<Callback> following() {
        return callbacks == null ? List.of() : callbacks;
    }
}
