package io.sluice.sandbox.simulators.bank.book;

import io.sluice.sandbox.simulators.Journal;
import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.bank.model.Key;
import io.sluice.sandbox.simulators.bank.model.Register;
import io.sluice.sandbox.simulators.bank.model.Transaction;
import io.sluice.sandbox.simulators.bank.model.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** All that the host remembers, in memory and in a journal that rebuilds it. One decision at a time. */
public final class Book implements Register, AutoCloseable {
    private final Map<Key, Transaction> transactions = new LinkedHashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final InstantSource clock;
    private final Journal journal;
    private int authorizations;

    /** Goes on with what is in the file. */
    public Book(Path file, InstantSource clock) throws IOException {
        this.clock = clock;
        this.journal = Journal.open(file, line -> replay(Json.MAPPER.readValue(line, JournalLine.class)));
    }

    private synchronized void replay(JournalLine line) {
        if (line.transactions() != null) {
            line.transactions().forEach(one -> transactions.put(one.key(), one));
        }
        if (line.settled() != null) {
            settled.add(line.settled());
        }
        authorizations = transactions.size();
    }

    /** Decides at once, in the callers' order; the verdict comes when what it changed cannot be lost any more. */
    public Mono<Verdict> decide(Function<Register, Verdict> rule) {
        return Mono.defer(() -> {
            synchronized (this) {
                Verdict verdict = rule.apply(this);
                return verdict.changed().isEmpty()
                        ? journal.settled().thenReturn(verdict)
                        : keep(new JournalLine(verdict.changed(), null)).thenReturn(verdict);
            }
        });
    }

    /** Ends a terminal's batch: from then on nothing in it can be undone. */
    public Mono<Void> settle(String terminal, String batch) {
        return Mono.defer(() -> keep(new JournalLine(null, terminal + batch)));
    }

    private synchronized Mono<Void> keep(JournalLine line) {
        replay(line);
        return journal.append(line);
    }

    @Override
    public synchronized Optional<Transaction> find(Key key) {
        return Optional.ofNullable(transactions.get(key));
    }

    @Override
    public synchronized boolean isSettled(String terminal, String batch) {
        return settled.contains(terminal + batch);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public synchronized String nextAuthorization() {
        authorizations++;
        return "%06d".formatted(authorizations % 1_000_000);
    }

    public synchronized List<Transaction> all() {
        return List.copyOf(transactions.values());
    }

    @Override
    public void close() {
        journal.close();
    }
}
