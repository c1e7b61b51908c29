package io.sluice.core.r2dbc;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Typed columns of one row, valid only while the row is being mapped. A null where none is allowed is a fault. */
public record Columns(Readable row) {

    public String text(String column) {
        return required(column, String.class);
    }

    public UUID uuid(String column) {
        return required(column, UUID.class);
    }

    public boolean flag(String column) {
        return required(column, Boolean.class);
    }

    public int integer(String column) {
        return required(column, Integer.class);
    }

    public long number(String column) {
        return required(column, Long.class);
    }

    public Instant instant(String column) {
        return required(column, Instant.class);
    }

    public byte[] bytes(String column) {
        return required(column, byte[].class);
    }

    public String[] texts(String column) {
        return required(column, String[].class);
    }

    public <T> @Nullable T optional(String column, Class<T> type) {
        return row.get(column, type);
    }

    private <T> T required(String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
