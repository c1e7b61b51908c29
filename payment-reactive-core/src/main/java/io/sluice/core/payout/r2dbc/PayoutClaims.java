package io.sluice.core.payout.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.r2dbc.Rows;
import io.sluice.core.payout.json.PayoutReader;
import io.sluice.core.payout.r2dbc.PayoutSettlement.KeyTaken;
import io.sluice.core.payout.r2dbc.PayoutSettlement.Repeated;
import java.util.Arrays;
import reactor.core.publisher.Mono;

/** Whose an idempotency key is: the payout as it stood when it was first answerable. */
final class PayoutClaims {

    private static final String SQL = """
            select i.fingerprint, e.body
            from sluice.idempotency i
            join sluice.payout p on p.merchant_id = i.merchant_id and p.payout_id = i.payout_id
            join sluice.payment_event e on e.merchant_id = p.merchant_id and e.payment_id = p.payout_id
                and e.sequence = coalesce(p.answered_version, p.created_version) and e.at >= p.created_at
            where i.merchant_id = $1 and i.route = $2 and i.idempotency_key = $3""";

    private PayoutClaims() {}

    /** Empty when nobody has claimed it. */
    static Mono<PayoutSettlement> find(Connection connection, MerchantId merchant, IdempotencyKey key) {
        Statement statement = connection
                .createStatement(SQL)
                .bind(0, merchant.value())
                .bind(1, key.route())
                .bind(2, key.key());
        return Rows.of(statement, row -> claim(row, key)).singleOrEmpty();
    }

    private static PayoutSettlement claim(Readable row, IdempotencyKey key) {
        return Arrays.equals(Rows.required(row, "fingerprint", byte[].class), key.fingerprint())
                ? new Repeated(PayoutReader.payoutOfEvent(Rows.text(row, "body")))
                : new KeyTaken();
    }
}
