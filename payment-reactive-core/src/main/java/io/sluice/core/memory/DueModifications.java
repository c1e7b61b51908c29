package io.sluice.core.memory;

import io.sluice.core.modification.model.Modification;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Captures, voids and refunds whose time comes: taken for a lease, put off, woken. */
public final class DueModifications {

    private final ModificationTable table;

    public DueModifications(ModificationTable table) {
        this.table = table;
    }

    /** When the next one is due; empty when none is. */
    public Optional<Instant> next() {
        return waiting().map(DueModifications::dueAt).min(Comparator.naturalOrder());
    }

    /** Counts one inquiry for each that it takes. */
    public List<Modification> take(Instant now, Instant leaseEnd, int limit) {
        synchronized (table.lock()) {
            List<Modification> taken = waiting()
                    .filter(row -> !dueAt(row).isAfter(now))
                    .sorted(Comparator.comparing(DueModifications::dueAt))
                    .limit(limit)
                    .map(row -> due(row, leaseEnd, row.inquiries() + 1))
                    .toList();
            taken.forEach(table::replace);
            return taken;
        }
    }

    private Stream<Modification> waiting() {
        return table.rows().stream().filter(row -> row.dueAt() != null);
    }

    private static Instant dueAt(Modification row) {
        return Objects.requireNonNull(row.dueAt(), "only what is due is taken");
    }

    /** While the lease stands as it was taken, nobody has concluded it or taken it again. */
    public void postpone(Modification taken, @Nullable Instant dueAt) {
        replaceIf(taken, row -> dueAt(taken).equals(row.dueAt()), dueAt);
    }

    /** Makes it due, if it still has this version. */
    public void wake(Modification known, Instant dueAt) {
        replaceIf(known, row -> row.version() == known.version(), dueAt);
    }

    private void replaceIf(Modification known, Predicate<Modification> unchanged, @Nullable Instant dueAt) {
        synchronized (table.lock()) {
            Optional.ofNullable(table.find(known.merchantId(), known.id()))
                    .filter(unchanged)
                    .ifPresent(row -> table.replace(due(row, dueAt, row.inquiries())));
        }
    }

    static Modification due(Modification row, @Nullable Instant dueAt, int inquiries) {
        return new Modification(
                row.merchantId(),
                row.id(),
                row.kind(),
                row.paymentId(),
                row.attempt(),
                row.account(),
                row.channel(),
                row.amount(),
                row.target(),
                row.reservedMinor(),
                row.last(),
                row.givesBack(),
                row.reason(),
                row.state(),
                row.failure(),
                row.channelReference(),
                row.channelCode(),
                dueAt,
                inquiries,
                row.version(),
                row.createdAt(),
                row.updatedAt());
    }
}
