package io.sluice.core.modification.r2dbc;

import io.r2dbc.spi.Readable;
import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.Modification.Target;
import io.sluice.core.modification.model.ModificationState;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.r2dbc.Rows;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads captures, voids and refunds. */
final class ModificationRows {

    private static final String SELECT = "select m.* from sluice.modification m where m.merchant_id = $1 ";
    static final String BY_ID = SELECT + "and m.modification_id = $2";
    static final String OF_PAYMENT = SELECT + "and m.payment_id = $2 order by m.modification_id desc";
    static final String PAGE =
            SELECT + "and m.modification_id < $2 and m.kind = any($4) order by m.modification_id desc limit $3";
    static final String PAGE_OF_PAYMENT = SELECT
            + "and m.modification_id < $2 and m.kind = any($4) and m.payment_id = $5 order by m.modification_id desc limit $3";

    private ModificationRows() {}

    static Modification modification(Readable row) {
        String currency = Rows.text(row, "currency");
        return new Modification(
                new MerchantId(Rows.uuid(row, "merchant_id")),
                new ModificationId(Rows.uuid(row, "modification_id")),
                ModificationKind.valueOf(Rows.text(row, "kind")),
                new PaymentId(Rows.uuid(row, "payment_id")),
                new AttemptId(Rows.uuid(row, "attempt_id")),
                new ChannelAccountId(Rows.uuid(row, "account_id")),
                Rows.text(row, "channel"),
                Money.of(Rows.bigint(row, "amount_minor"), currency),
                target(row, currency),
                Rows.bigint(row, "reserved_minor"),
                Rows.required(row, "last", Boolean.class),
                Rows.required(row, "gives_back", Boolean.class),
                Rows.textOrNull(row, "reason"),
                ModificationState.valueOf(Rows.text(row, "state")),
                failure(row),
                Rows.textOrNull(row, "channel_reference"),
                Rows.textOrNull(row, "channel_code"),
                row.get("due_at", Instant.class),
                Rows.integer(row, "inquiries"),
                Rows.integer(row, "version"),
                Rows.time(row, "created_at"),
                Rows.time(row, "updated_at"));
    }

    private static Target target(Readable row, String currency) {
        UUID capture = row.get("capture_id", UUID.class);
        return new Target(
                capture == null ? null : new ModificationId(capture),
                Rows.textOrNull(row, "target_reference"),
                Money.of(Rows.bigint(row, "target_minor"), currency));
    }

    private static @Nullable Failure failure(Readable row) {
        String code = Rows.textOrNull(row, "failure_code");
        return code == null ? null : new Failure(code, Rows.text(row, "failure_message"));
    }
}
