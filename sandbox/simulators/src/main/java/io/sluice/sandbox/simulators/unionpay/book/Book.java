package io.sluice.sandbox.simulators.unionpay.book;

import io.sluice.sandbox.simulators.Journal;
import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.callback.Outbox;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.Decision.Granted;
import io.sluice.sandbox.simulators.unionpay.model.Binding;
import io.sluice.sandbox.simulators.unionpay.model.Key;
import io.sluice.sandbox.simulators.unionpay.model.Refusal;
import io.sluice.sandbox.simulators.unionpay.model.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * All transactions, and where everything is decided, one thing after another: a pure step decides, its line goes into the journal in the
 * same order as into memory, and the caller learns of it only when the line is written.
 */
public final class Book implements AutoCloseable {
    private final Map<Key, Transaction> transactions = new LinkedHashMap<>();
    private final Map<String, Key> byReference = new HashMap<>();
    private final Map<String, List<Key>> followers = new HashMap<>();
    private final Map<String, Key> byNumber = new HashMap<>();
    private final Outbox notices = new Outbox(delivery -> journal().append(JournalLine.of(delivery)));
    private final Bindings bindings = new Bindings();
    private @Nullable Journal journal;

    /** Goes on with what the file holds. Blocks for that long. */
    public Book(Path file) throws IOException {
        journal = Journal.open(file, line -> replay(Json.MAPPER.readValue(line, JournalLine.class)));
    }

    private Journal journal() {
        return Objects.requireNonNull(journal, "lines are written when all were read");
    }

    /** The step is taken at once; what the Mono waits for is its line. */
    public synchronized Mono<Decision<JournalLine, Refusal>> change(Supplier<Decision<JournalLine, Refusal>> step) {
        Decision<JournalLine, Refusal> decision = step.get();
        if (decision instanceof Granted<JournalLine, Refusal>(JournalLine line)) {
            replay(line);
            return journal().append(line).thenReturn(decision);
        }
        return settled(decision);
    }

    /** What a reader has seen cannot be lost any more. */
    public <T> Mono<T> settled(T seen) {
        return journal().settled().thenReturn(seen);
    }

    private synchronized void replay(JournalLine line) {
        Transaction transaction = line.transaction();
        if (transaction != null && transactions.put(transaction.key(), transaction) == null) {
            index(transaction);
        }
        if (line.bound() != null) {
            bindings.replay(line.bound().binding(), line.bound().request());
        }
        notices.owe(line.following());
        if (line.delivery() != null) {
            notices.note(line.delivery());
        }
    }

    private void index(Transaction first) {
        byReference.put(first.queryId(), first.key());
        byNumber.put(first.key().orderId(), first.key());
        if (first.original() != null) {
            followers
                    .computeIfAbsent(first.original(), none -> new ArrayList<>())
                    .add(first.key());
        }
    }

    public synchronized Optional<Transaction> find(Key key) {
        return Optional.ofNullable(transactions.get(key));
    }

    /** By the channel's own number. */
    public synchronized Optional<Transaction> referred(String queryId) {
        return Optional.ofNullable(byReference.get(queryId)).map(transactions::get);
    }

    /** The newest with the merchant's own number. */
    public synchronized Optional<Transaction> numbered(String orderId) {
        return Optional.ofNullable(byNumber.get(orderId)).map(transactions::get);
    }

    /** All that was asked for about a transaction. */
    public synchronized List<Transaction> following(String queryId) {
        return followers.getOrDefault(queryId, List.of()).stream()
                .map(transactions::get)
                .filter(Objects::nonNull)
                .toList();
    }

    public Optional<Binding> binding(Binding.Name name) {
        return bindings.find(name);
    }

    /** Whether such a request bound a card or undid that before. */
    public boolean isKnownBinding(Key request) {
        return bindings.knows(request);
    }

    public List<Binding> bindings() {
        return bindings.all();
    }

    public synchronized List<Transaction> all() {
        return List.copyOf(transactions.values());
    }

    /** What a merchant's transactions have left in his account, in fen. */
    public synchronized long net(String merId) {
        return transactions.values().stream()
                .filter(one -> one.key().merId().equals(merId))
                .mapToLong(Transaction::netFen)
                .sum();
    }

    public Outbox notices() {
        return notices;
    }

    @Override
    public void close() {
        journal().close();
    }
}
