package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.Journal;
import io.sluice.sandbox.simulators.callback.Outbox;
import io.sluice.sandbox.simulators.paypal.JournalLine.Remembered;
import io.sluice.sandbox.simulators.paypal.model.BookEntry;
import io.sluice.sandbox.simulators.paypal.model.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** All that the channel knows, in memory; the journal's lines rebuild it. One thread at a time. */
final class State {
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, String> ordersByPart = new HashMap<>();
    private final Map<String, String> ordersByNumber = new HashMap<>();
    private final Map<String, Remembered> requests = new HashMap<>();
    private final List<BookEntry> book = new ArrayList<>();
    private final Outbox outbox = new Outbox(delivery -> write(JournalLine.of(delivery)));
    private @Nullable String webhookUrl;
    private @Nullable Journal journal;

    /** Where everything is written from now on. */
    synchronized void writeTo(Journal opened) {
        journal = opened;
    }

    /** Takes over what happened; completes when it cannot be lost any more. */
    synchronized Mono<Void> happened(JournalLine line) {
        replay(line);
        return write(line);
    }

    private synchronized Mono<Void> write(JournalLine line) {
        return journal == null ? Mono.error(new IllegalStateException("There is no journal")) : journal.append(line);
    }

    /** Completes when all that was seen so far cannot be lost any more. */
    synchronized Mono<Void> settled() {
        return journal == null ? Mono.empty() : journal.settled();
    }

    /** Takes over a line of the journal. */
    synchronized void replay(JournalLine line) {
        if (line.order() != null) {
            note(line.order());
        }
        if (line.remembered() != null && !line.remembered().key().isEmpty()) {
            requests.put(line.remembered().key(), line.remembered());
        }
        if (line.entry() != null) {
            book.add(line.entry());
        }
        if (line.webhookUrl() != null) {
            webhookUrl = line.webhookUrl();
        }
        outbox.owe(line.following());
        if (line.delivery() != null) {
            outbox.note(line.delivery());
        }
    }

    private void note(Order order) {
        orders.put(order.id(), order);
        ordersByNumber.put(order.terms().customId(), order.id());
        order.captures().forEach(capture -> ordersByPart.put(capture.id(), order.id()));
        order.refunds().forEach(refund -> ordersByPart.put(refund.id(), order.id()));
        if (order.authorization() != null) {
            ordersByPart.put(order.authorization().id(), order.id());
        }
    }

    synchronized Optional<Order> order(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** The order that an authorization, a capture or a refund belongs to. */
    synchronized Optional<Order> orderOfPart(String id) {
        return Optional.ofNullable(ordersByPart.get(id)).map(orders::get);
    }

    /** The newest order with the merchant's own number. */
    synchronized Optional<Order> orderOfNumber(String number) {
        return Optional.ofNullable(ordersByNumber.get(number)).map(orders::get);
    }

    synchronized Optional<Remembered> request(String key) {
        return Optional.ofNullable(requests.get(key));
    }

    synchronized @Nullable String webhookUrl() {
        return webhookUrl;
    }

    synchronized List<Order> orders() {
        return List.copyOf(orders.values());
    }

    synchronized List<BookEntry> book() {
        return List.copyOf(book);
    }

    Outbox outbox() {
        return outbox;
    }
}
