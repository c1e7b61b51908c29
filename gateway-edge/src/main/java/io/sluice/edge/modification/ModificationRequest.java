package io.sluice.edge.modification;

import io.sluice.core.channel.ModificationKind;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.modification.model.Modification;
import io.sluice.core.modification.model.PublicName;
import io.sluice.core.modification.model.RequestModification;
import io.sluice.edge.json.JsonFields;
import io.sluice.edge.json.StrictJson;
import io.sluice.edge.payment.RequestIdempotency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads what asks for a capture, a void or a refund: from raw bytes to a command, or a problem that names the field. What
 * stands in the path is part of the idempotency key's scope.
 */
final class ModificationRequest {

    private static final long MAX_AMOUNT = 999_999_999_999L;
    private static final int LONGEST_REASON = 80;
    private static final byte[] NOTHING = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private ModificationRequest() {}

    static RequestModification refund(MerchantId merchant, List<String> keys, byte[] body) {
        var idempotency = RequestIdempotency.of("POST /v1/refunds", keys, body);
        JsonFields fields = StrictJson.object(body);
        PaymentId payment = payment(fields);
        ModificationId capture = capture(fields).orElse(null);
        Long amount = amount(fields);
        String reason = fields.optionalText("reason", 1, LONGEST_REASON).orElse(null);
        fields.done();
        return new RequestModification(
                ModificationKind.REFUND, merchant, payment, capture, amount, false, reason, idempotency);
    }

    static RequestModification capture(MerchantId merchant, PaymentId payment, List<String> keys, byte[] body) {
        var idempotency = RequestIdempotency.of("POST /v1/payments/" + payment + "/captures", keys, body);
        JsonFields fields = object(body);
        Long amount = amount(fields);
        boolean last = fields.optionalBoolean("final").orElse(false);
        fields.done();
        return new RequestModification(
                ModificationKind.CAPTURE, merchant, payment, null, amount, last, null, idempotency);
    }

    static RequestModification release(MerchantId merchant, PaymentId payment, List<String> keys, byte[] body) {
        var idempotency = RequestIdempotency.of("POST /v1/payments/" + payment + "/void", keys, body);
        object(body).done();
        return new RequestModification(ModificationKind.VOID, merchant, payment, null, null, true, null, idempotency);
    }

    static RequestModification undo(Modification capture, List<String> keys, byte[] body) {
        var idempotency = RequestIdempotency.of("POST /v1/captures/" + capture.publicId() + "/void", keys, body);
        object(body).done();
        return new RequestModification(
                ModificationKind.CAPTURE_VOID,
                capture.merchantId(),
                capture.paymentId(),
                capture.id(),
                null,
                true,
                null,
                idempotency);
    }

    /** Where nothing has to be said, nothing need be sent. */
    private static JsonFields object(byte[] body) {
        return StrictJson.object(body.length == 0 ? NOTHING : body);
    }

    private static @Nullable Long amount(JsonFields fields) {
        OptionalLong amount = fields.optionalInteger("amount", 1, MAX_AMOUNT);
        return amount.isPresent() ? amount.getAsLong() : null;
    }

    private static Optional<ModificationId> capture(JsonFields fields) {
        return fields.optionalText("capture_id", 1, 64).map(id -> {
            try {
                return ModificationId.parse(PublicName.CAPTURE.prefix(), id);
            } catch (IllegalArgumentException e) {
                throw fields.invalid("capture_id", "must be the id of a capture, cap_ and 32 hexadecimal digits");
            }
        });
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
