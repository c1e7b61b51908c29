package io.sluice.core.gather;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What the failure of a batch says about its commands. SQLSTATEs are those of PostgreSQL's Appendix A. */
enum BatchFailure {

    /** Rolled back because of another transaction; the same batch may succeed now. */
    CONTENTION,

    /** Rolled back because the server cannot write at present; no command is to blame. */
    REFUSED,

    /** Rolled back, and one of the commands is to blame. */
    POISONED,

    /** No definite answer: the batch may be written, not be written, or still be about to be written. */
    LOST;

    private static final Set<String> CANNOT_WRITE = Set.of("25006", "57014");

    static BatchFailure of(Throwable error) {
        return switch (error) {
            case R2dbcException e when e.getSqlState() != null -> ofState(e.getSqlState());
            case R2dbcNonTransientResourceException e -> LOST;
            case R2dbcTransientResourceException e -> LOST;
            case TimeoutException e -> LOST;
            case IOException e -> LOST;
            default -> POISONED;
        };
    }

    private static BatchFailure ofState(@Nullable String state) {
        if (state == null || CANNOT_WRITE.contains(state)) {
            return REFUSED;
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "40" -> CONTENTION;
            case "53" -> REFUSED;
            // A backend told to go may have said so after its commit, before the client heard of that.
            case "08", "57", "58" -> LOST;
            default -> POISONED;
        };
    }
}
