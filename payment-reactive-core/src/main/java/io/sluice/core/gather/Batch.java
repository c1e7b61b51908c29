package io.sluice.core.gather;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands on their way together, with different keys.
 *
 * @param lost whether the next thing to do is to look them up
 * @param tries how often it met contention
 * @param doubtSince when its connection was first lost. A batch once in doubt stays so: a lost backend may commit it
 *     even after a look that did not find it
 */
record Batch<C, R>(
        List<Pending<C, R>> entries,
        boolean lost,
        int tries,
        @Nullable Long doubtSince) {

    static <C, R> Batch<C, R> of(List<Pending<C, R>> entries) {
        return new Batch<>(entries, false, 0, null);
    }

    List<C> commands() {
        return entries.stream().map(entry -> entry.command).toList();
    }

    int size() {
        return entries.size();
    }

    boolean inDoubt() {
        return doubtSince != null;
    }

    Batch<C, R> again() {
        return new Batch<>(entries, false, tries + 1, doubtSince);
    }

    Batch<C, R> lostAt(long now) {
        return new Batch<>(entries, true, tries, doubtSince == null ? Long.valueOf(now) : doubtSince);
    }

    /** Those of its commands that a look did not find, to be written again. */
    Batch<C, R> missing(List<Pending<C, R>> notFound) {
        return new Batch<>(notFound, false, tries, doubtSince);
    }

    Batch<C, R> firstHalf() {
        return new Batch<>(entries.subList(0, size() / 2), false, tries, doubtSince);
    }

    Batch<C, R> secondHalf() {
        return new Batch<>(entries.subList(size() / 2, size()), false, tries, doubtSince);
    }

    /** What its callers are told when the database cannot be written to. */
    RuntimeException unavailable(String message, @Nullable Throwable cause) {
        return inDoubt()
                ? new WriteInDoubtException(message + "; whether this write is there is not known", cause)
                : new StoreUnavailableException(message + "; nothing was written", cause);
    }
}
