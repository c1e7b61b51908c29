package io.sluice.core.modification.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import io.sluice.core.id.MerchantId;
import io.sluice.core.modification.json.ModificationReader;
import io.sluice.core.modification.r2dbc.ModificationSettlement.KeyTaken;
import io.sluice.core.modification.r2dbc.ModificationSettlement.Repeated;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.payment.r2dbc.Rows;
import java.util.Arrays;
import reactor.core.publisher.Mono;

/** Whose an idempotency key is: the modification as it stood when it was first answerable. */
final class ModificationClaims {

    private static final String SQL = """
            select i.fingerprint, e.body
            from sluice.idempotency i
            join sluice.modification m on m.merchant_id = i.merchant_id
                and m.modification_id = i.modification_id
            join sluice.payment_event e on e.merchant_id = m.merchant_id and e.payment_id = m.payment_id
                and e.sequence = coalesce(m.answered_sequence, m.created_sequence) and e.at >= m.created_at
            where i.merchant_id = $1 and i.route = $2 and i.idempotency_key = $3""";

    private ModificationClaims() {}

    /** Empty when nobody has claimed it. */
    static Mono<ModificationSettlement> find(Connection connection, MerchantId merchant, IdempotencyKey key) {
        Statement statement = connection
                .createStatement(SQL)
                .bind(0, merchant.value())
                .bind(1, key.route())
                .bind(2, key.key());
        return Rows.of(statement, row -> claim(row, key)).singleOrEmpty();
    }

    private static ModificationSettlement claim(Readable row, IdempotencyKey key) {
        return Arrays.equals(Rows.required(row, "fingerprint", byte[].class), key.fingerprint())
                ? new Repeated(ModificationReader.modificationOfEvent(Rows.text(row, "body")))
                : new KeyTaken();
    }
}
