package io.sluice.core.payout.r2dbc;

import io.r2dbc.spi.Readable;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PayoutId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.Failure;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.payout.model.Payee;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows of {@code sluice.payout} as values. */
final class PayoutRows {

    static final String BY_ID = "select * from sluice.payout where merchant_id = $1 and payout_id = $2";

    static final String PAGE = """
            select * from sluice.payout where merchant_id = $1 and payout_id < $2 order by payout_id desc limit $3""";

    private PayoutRows() {}

    static Payout payout(Readable row) {
        return new Payout(
                new MerchantId(Rows.uuid(row, "merchant_id")),
                new PayoutId(Rows.uuid(row, "payout_id")),
                Rows.text(row, "merchant_payout_no"),
                Money.of(Rows.bigint(row, "amount_minor"), Rows.text(row, "currency")),
                new Payee(Rows.text(row, "payee_type"), Rows.text(row, "payee_masked")),
                Rows.text(row, "purpose"),
                new ChannelAccountId(Rows.uuid(row, "account_id")),
                Rows.text(row, "channel"),
                PayoutState.valueOf(Rows.text(row, "state")),
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
