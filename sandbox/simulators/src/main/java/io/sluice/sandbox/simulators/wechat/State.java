package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.book.model.BookEntry;
import io.sluice.sandbox.simulators.callback.Outbox;
import io.sluice.sandbox.simulators.wechat.model.Order;
import io.sluice.sandbox.simulators.wechat.model.OrderKey;
import io.sluice.sandbox.simulators.wechat.model.Refund;
import io.sluice.sandbox.simulators.wechat.model.RefundKey;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** All that the channel knows, in memory; the journal's lines rebuild it. */
final class State {
    final Map<OrderKey, Order> orders = new ConcurrentHashMap<>();
    final Map<String, OrderKey> transactions = new ConcurrentHashMap<>();
    private final Map<String, OrderKey> tokens = new ConcurrentHashMap<>();
    final Map<RefundKey, Refund> refunds = new ConcurrentHashMap<>();
    final Outbox outbox;
    private final Queue<BookEntry> book = new ConcurrentLinkedQueue<>();

    /** @param journal writes a line down */
    State(Function<JournalLine, Mono<Void>> journal) {
        this.outbox = new Outbox(delivery -> journal.apply(JournalLine.of(delivery)));
    }

    /** Takes over a line of the journal. */
    void replay(JournalLine line) {
        if (line.order() != null) {
            orders.put(line.order().terms().key(), line.order());
        }
        note(line);
    }

    /** Takes over all of a line but its order, whose place in the map is held by whoever changes it. */
    void note(JournalLine line) {
        if (line.order() != null) {
            tokens.put(line.order().token(), line.order().terms().key());
        }
        if (line.order() != null && line.order().transactionId() != null) {
            transactions.put(line.order().transactionId(), line.order().terms().key());
        }
        if (line.refund() != null) {
            refunds.put(line.refund().terms().key(), line.refund());
        }
        if (line.entry() != null) {
            book.add(line.entry());
        }
        outbox.owe(line.following());
        if (line.delivery() != null) {
            outbox.note(line.delivery());
        }
    }

    /** What the payer's page is found by. */
    Optional<Order> ofToken(String token) {
        return Optional.ofNullable(tokens.get(token)).map(orders::get);
    }

    Collection<BookEntry> book() {
        return book;
    }
}
