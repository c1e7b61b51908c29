package io.sluice.core.refund.r2dbc;

import io.r2dbc.spi.Readable;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.id.RefundId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.refund.model.Refund;
import io.sluice.core.refund.model.RefundState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads refunds. */
final class RefundRows {

    private static final String SELECT = "select r.* from sluice.refund r where r.merchant_id = $1 ";

    static final String BY_ID = SELECT + "and r.refund_id = $2";
    static final String PAGE = SELECT + "and r.refund_id < $2 order by r.refund_id desc limit $3";
    static final String PAGE_OF_PAYMENT =
            SELECT + "and r.refund_id < $2 and r.payment_id = $4 order by r.refund_id desc limit $3";

    private RefundRows() {}

    static Refund refund(Readable row) {
        return new Refund(
                new MerchantId(Rows.uuid(row, "merchant_id")),
                new RefundId(Rows.uuid(row, "refund_id")),
                new PaymentId(Rows.uuid(row, "payment_id")),
                new AttemptId(Rows.uuid(row, "attempt_id")),
                new ChannelAccountId(Rows.uuid(row, "account_id")),
                Rows.text(row, "channel"),
                Money.of(Rows.required(row, "amount_minor", Long.class), Rows.text(row, "currency")),
                Rows.textOrNull(row, "reason"),
                RefundState.valueOf(Rows.text(row, "state")),
                failure(row),
                Rows.textOrNull(row, "channel_reference"),
                Rows.textOrNull(row, "channel_code"),
                row.get("due_at", Instant.class),
                Rows.integer(row, "inquiries"),
                Rows.integer(row, "version"),
                Rows.time(row, "created_at"),
                Rows.time(row, "updated_at"));
    }

    private static @Nullable Failure failure(Readable row) {
        String code = Rows.textOrNull(row, "failure_code");
        return code == null ? null : new Failure(code, Rows.text(row, "failure_message"));
    }
}
