package io.sluice.sandbox.simulators.alipay.trade;

import io.sluice.sandbox.simulators.Journal;
import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.model.TradeKey;
import io.sluice.sandbox.simulators.book.model.BookEntry;
import io.sluice.sandbox.simulators.callback.Outbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** All that the channel knows, in memory; the journal's lines rebuild it. One thread at a time. */
public final class State implements AutoCloseable {
    private final Map<TradeKey, Trade> trades = new LinkedHashMap<>();
    private final Map<String, TradeKey> byTradeNo = new HashMap<>();
    private final Map<String, TradeKey> byToken = new HashMap<>();
    private final List<BookEntry> book = new ArrayList<>();
    private final Outbox outbox = new Outbox(delivery -> write(JournalLine.of(delivery)));
    private final Journal journal;

    /** Opens the journal and takes over what stands in it. Blocks for that long. */
    public State(Path file) throws IOException {
        this.journal = Journal.open(file, line -> replay(Json.MAPPER.readValue(line, JournalLine.class)));
    }

    private synchronized void replay(JournalLine line) {
        if (line.trade() != null) {
            note(line.trade());
        }
        if (line.entry() != null) {
            book.add(line.entry());
        }
        outbox.owe(line.following());
        if (line.delivery() != null) {
            outbox.note(line.delivery());
        }
    }

    private void note(Trade trade) {
        TradeKey key = trade.terms().key();
        trades.put(key, trade);
        byToken.put(trade.token(), key);
        if (trade.tradeNo() != null) {
            byTradeNo.put(trade.tradeNo(), key);
        }
    }

    /** Takes over what happened; completes when it cannot be lost any more. */
    synchronized Mono<Void> happened(JournalLine line) {
        replay(line);
        return write(line);
    }

    private synchronized Mono<Void> write(JournalLine line) {
        return journal.append(line);
    }

    /** Completes when all that was seen so far cannot be lost any more. */
    public Mono<Void> settled() {
        return journal.settled();
    }

    public synchronized Optional<Trade> find(TradeKey key) {
        return Optional.ofNullable(trades.get(key));
    }

    synchronized Optional<Trade> ofTradeNo(String tradeNo) {
        return Optional.ofNullable(byTradeNo.get(tradeNo)).map(trades::get);
    }

    public synchronized Optional<Trade> ofToken(String token) {
        return Optional.ofNullable(byToken.get(token)).map(trades::get);
    }

    /** The first merchant's trade with this number. */
    public synchronized Optional<Trade> ofNumber(String outTradeNo) {
        return trades.values().stream()
                .filter(trade -> trade.terms().outTradeNo().equals(outTradeNo))
                .findFirst();
    }

    public synchronized Collection<Trade> trades() {
        return List.copyOf(trades.values());
    }

    public synchronized List<BookEntry> book() {
        return List.copyOf(book);
    }

    public Outbox outbox() {
        return outbox;
    }

    /** Writes the rest of the journal. Blocks for that long. */
    @Override
    public void close() {
        journal.close();
    }
}
