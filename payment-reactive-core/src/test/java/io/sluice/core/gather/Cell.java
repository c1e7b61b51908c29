package io.sluice.core.gather;

import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of numbered writes to keys, each written once; answers with how many its key had before. */
final class Cell implements InMemoryStore.Table<Cell.Put, Integer> {

    /** A negative id is poison. */
    record Put(String key, int id) {}

    private final Map<String, List<Integer>> rows = new HashMap<>();

    @Override
    public Object key(Put put) {
        return put.key();
    }

    @Override
    public void check(Put put) {
        if (put.id() < 0) {
            throw new R2dbcDataIntegrityViolationException("poison " + put.id(), "23514");
        }
    }

    @Override
    public synchronized Integer write(Put put) {
        return find(put).orElseGet(() -> {
            List<Integer> row = rows.computeIfAbsent(put.key(), key -> new ArrayList<>());
            row.add(put.id());
            return row.size() - 1;
        });
    }

    @Override
    public synchronized Optional<Integer> find(Put put) {
        int index = row(put.key()).indexOf(put.id());
        return index < 0 ? Optional.empty() : Optional.of(index);
    }

    synchronized List<Integer> row(String key) {
        return List.copyOf(rows.getOrDefault(key, List.of()));
    }

    synchronized int size() {
        return rows.values().stream().mapToInt(List::size).sum();
    }
}
