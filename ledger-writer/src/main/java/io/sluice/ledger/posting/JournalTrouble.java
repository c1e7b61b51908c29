package io.sluice.ledger.posting;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Why the books cannot be written at present, if so. */
public final class JournalTrouble {

    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();

    /** Returns whether it is new. */
    boolean began(Throwable error) {
        return reason.getAndSet(error.toString()) == null;
    }

    void isOver() {
        if (reason.get() != null) {
            reason.set(null);
        }
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason.get());
    }
}
