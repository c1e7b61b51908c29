package io.sluice.edge.refund;

import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.core.refund.model.RequestRefund;
import io.sluice.edge.json.JsonFields;
import io.sluice.edge.json.StrictJson;
import io.sluice.edge.payment.RequestIdempotency;
import java.util.List;
import java.util.OptionalLong;

/** Reads {@code POST /v1/refunds}: from raw bytes to a command, or a problem that names the field. */
final class RefundRequest {

    private static final String ROUTE = "POST /v1/refunds";
    private static final long MAX_AMOUNT = 999_999_999_999L;
    private static final int LONGEST_REASON = 80;

    private RefundRequest() {}

    static RequestRefund read(MerchantId merchant, List<String> idempotencyKeys, byte[] body) {
        IdempotencyKey idempotency = RequestIdempotency.of(ROUTE, idempotencyKeys, body);
        JsonFields fields = StrictJson.object(body);
        PaymentId payment = payment(fields);
        OptionalLong amount = fields.optionalInteger("amount", 1, MAX_AMOUNT);
        String reason = fields.optionalText("reason", 1, LONGEST_REASON).orElse(null);
        fields.done();
        return new RequestRefund(
                merchant, payment, amount.isPresent() ? amount.getAsLong() : null, reason, idempotency);
    }

    private static PaymentId payment(JsonFields fields) {
        String id = fields.text("payment_id", 1, 64);
        try {
            return PaymentId.parse(id);
        } catch (IllegalArgumentException e) {
            throw fields.invalid("payment_id", "must be the id of a payment, pay_ and 32 hexadecimal digits");
        }
    }
}
