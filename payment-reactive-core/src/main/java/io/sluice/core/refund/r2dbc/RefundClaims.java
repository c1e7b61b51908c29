package io.sluice.core.refund.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.refund.json.RefundReader;
import io.sluice.core.refund.r2dbc.RefundSettlement.KeyTaken;
import io.sluice.core.refund.r2dbc.RefundSettlement.Repeated;
import java.util.Arrays;
import reactor.core.publisher.Mono;

/** Whose an idempotency key is: the refund as it stood when it was first answerable. */
final class RefundClaims {

    private static final String SQL = """
            select i.fingerprint, e.body
            from sluice.idempotency i
            join sluice.refund r on r.merchant_id = i.merchant_id and r.refund_id = i.refund_id
            join sluice.payment_event e on e.merchant_id = r.merchant_id and e.payment_id = r.payment_id
                and e.sequence = coalesce(r.answered_sequence, r.created_sequence) and e.at >= r.created_at
            where i.merchant_id = $1 and i.route = $2 and i.idempotency_key = $3""";

    private RefundClaims() {}

    /** Empty when nobody has claimed it. */
    static Mono<RefundSettlement> find(Connection connection, MerchantId merchant, IdempotencyKey key) {
        Statement statement = connection
                .createStatement(SQL)
                .bind(0, merchant.value())
                .bind(1, key.route())
                .bind(2, key.key());
        return Rows.of(statement, row -> claim(row, key)).singleOrEmpty();
    }

    private static RefundSettlement claim(Readable row, IdempotencyKey key) {
        return Arrays.equals(Rows.required(row, "fingerprint", byte[].class), key.fingerprint())
                ? new Repeated(RefundReader.refundOfEvent(Rows.text(row, "body")))
                : new KeyTaken();
    }
}
