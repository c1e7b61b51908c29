package io.sluice.core.payment.r2dbc;

import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Reads what statements return. */
public final class Rows {

    private Rows() {}

    /**
     * All rows, completing when the server is ready again. In auto-commit mode only that is the commit: the statement's
     * own completion comes before it.
     */
    public static <T> Flux<T> of(Statement statement, Function<Readable, T> row) {
        return Flux.from(statement.execute()).concatMap(result -> result.map(row));
    }

    public static UUID uuid(Readable row, String column) {
        return required(row, column, UUID.class);
    }

    public static String text(Readable row, String column) {
        return required(row, column, String.class);
    }

    public static @Nullable String textOrNull(Readable row, String column) {
        return row.get(column, String.class);
    }

    public static Instant time(Readable row, String column) {
        return required(row, column, Instant.class);
    }

    public static int integer(Readable row, String column) {
        return required(row, column, Integer.class);
    }

    public static long bigint(Readable row, String column) {
        return required(row, column, Long.class);
    }

    public static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
