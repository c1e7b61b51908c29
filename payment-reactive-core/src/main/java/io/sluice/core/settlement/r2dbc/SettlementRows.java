package io.sluice.core.settlement.r2dbc;

import io.r2dbc.spi.Readable;
import io.sluice.core.channel.Batch;
import io.sluice.core.channel.BatchLine;
import io.sluice.core.channel.BatchTotals;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.r2dbc.Bind;
import io.sluice.core.settlement.model.BatchBook;
import io.sluice.core.settlement.model.Settlement;
import io.sluice.core.settlement.model.SettlementState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Settlements as rows. */
final class SettlementRows {

    private static final int RANDOM_AND_VERSION_BITS = 16;

    private SettlementRows() {}

    static Settlement read(Readable row) {
        return new Settlement(
                new MerchantId(Rows.uuid(row, "merchant_id")),
                new ChannelAccountId(Rows.uuid(row, "account_id")),
                new Batch(
                        Rows.required(row, "day", LocalDate.class),
                        Rows.time(row, "batch_from"),
                        Rows.time(row, "batch_until")),
                SettlementState.valueOf(Rows.text(row, "state")),
                totals(row, ""),
                totals(row, "their_"),
                Rows.integer(row, "open"),
                Rows.textOrNull(row, "ordered_by"),
                Rows.textOrNull(row, "code"),
                Rows.integer(row, "asked"),
                row.get("due_at", Instant.class),
                Rows.integer(row, "version"),
                Rows.time(row, "updated_at"));
    }

    private static @Nullable BatchTotals totals(Readable row, String whose) {
        Long charged = row.get(whose + "charged_minor", Long.class);
        return charged == null
                ? null
                : new BatchTotals(
                        charged,
                        Rows.integer(row, whose + "charges"),
                        Rows.bigint(row, whose + "refunded_minor"),
                        Rows.integer(row, whose + "refunds"));
    }

    static GenericExecuteSpec bind(GenericExecuteSpec statement, Settlement next) {
        GenericExecuteSpec ours = totals(statement, next.ours(), "charged", "charges", "refunded", "refunds");
        return totals(ours, next.theirs(), "theirCharged", "theirCharges", "theirRefunded", "theirRefunds")
                .bind("state", next.state().name())
                .bind("open", next.open())
                .bind("orderedBy", Bind.nullable(next.orderedBy(), String.class))
                .bind("code", Bind.nullable(next.code(), String.class))
                .bind("asked", next.asked())
                .bind("due", Bind.nullable(utcOrNull(next.dueAt()), OffsetDateTime.class))
                .bind("version", next.version())
                .bind("updated", utc(next.updatedAt()));
    }

    private static GenericExecuteSpec totals(
            GenericExecuteSpec statement,
            @Nullable BatchTotals totals,
            String charged,
            String charges,
            String refunded,
            String refunds) {
        return statement
                .bind(charged, Bind.nullable(totals == null ? null : totals.chargedMinor(), Long.class))
                .bind(charges, Bind.nullable(totals == null ? null : totals.charges(), Integer.class))
                .bind(refunded, Bind.nullable(totals == null ? null : totals.refundedMinor(), Long.class))
                .bind(refunds, Bind.nullable(totals == null ? null : totals.refunds(), Integer.class));
    }

    static BatchBook book(Readable row) {
        return new BatchBook(
                new BatchTotals(
                        Rows.bigint(row, "charged"),
                        Rows.integer(row, "charges"),
                        Rows.bigint(row, "refunded"),
                        Rows.integer(row, "refunds")),
                Rows.integer(row, "open"));
    }

    static BatchLine line(Readable row) {
        return new BatchLine(
                Objects.requireNonNullElse(Rows.textOrNull(row, "reference"), ""),
                Rows.bigint(row, "amount"),
                Rows.required(row, "refund", Boolean.class));
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant time) {
        return time == null ? null : utc(time);
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** The least number of a UUIDv7 that is made then: its first 48 bits are its milliseconds, and they sort as it does. */
    static UUID firstNumberAt(Instant time) {
        return new UUID(time.toEpochMilli() << RANDOM_AND_VERSION_BITS, 0);
    }
}
