package io.sluice.edge.payment;

import io.sluice.core.channel.Card;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.AcceptPayment;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.payment.model.IdempotencyKey;
import io.sluice.edge.json.JsonFields;
import io.sluice.edge.json.StrictJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code POST /v1/payments}: from raw bytes to a command, or a problem that names the field. */
final class PaymentRequest {

    static final String ROUTE = "POST /v1/payments";

    private static final long MAX_AMOUNT = 999_999_999_999L;
    private static final Duration DEFAULT_EXPIRY = Duration.ofMinutes(15);
    private static final int MIN_EXPIRY_SECONDS = 10;
    private static final int MAX_EXPIRY_SECONDS = 86_400;
    private static final Pattern METHOD = Pattern.compile("[a-z0-9_]{1,40}");
    private static final Pattern IP = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    private PaymentRequest() {}

    static AcceptPayment read(MerchantId merchant, List<String> idempotencyKeys, byte[] body, Instant now) {
        IdempotencyKey idempotency = RequestIdempotency.of(ROUTE, idempotencyKeys, body);
        JsonFields fields = StrictJson.object(body);
        String orderNo = fields.text("merchant_order_no", 1, 64);
        Money amount = amount(fields);
        String method = method(fields);
        CaptureMethod captureMethod = captureMethod(fields);
        String description = fields.text("description", 1, 127);
        Optional<JsonFields> payer = fields.optionalObject("payer");
        Optional<String> payerId = payer.flatMap(p -> p.optionalText("id", 1, 128));
        Optional<String> payerIp = payer.flatMap(PaymentRequest::ip);
        payer.ifPresent(JsonFields::done);
        Card card = CardFields.read(fields, now);
        AgreementId agreement = fields.optionalText("agreement", 1, 64)
                .map(id -> agreement(fields, id))
                .orElse(null);
        Map<String, String> metadata = fields.textMap("metadata", 20, 40, 500);
        Duration expiry = expiry(fields);
        fields.done();
        return new AcceptPayment(
                merchant,
                orderNo,
                amount,
                method,
                captureMethod,
                description,
                payerId.orElse(null),
                payerIp.orElse(null),
                metadata,
                now.plus(expiry),
                idempotency,
                card,
                agreement);
    }

    private static AgreementId agreement(JsonFields fields, String id) {
        try {
            return AgreementId.parse(id);
        } catch (IllegalArgumentException e) {
            throw fields.invalid("agreement", "must be the id of an agreement: agr_ and 32 hexadecimal digits");
        }
    }

    private static Money amount(JsonFields fields) {
        long minor = fields.integer("amount", 1, MAX_AMOUNT);
        String currency = fields.text("currency", 3, 3);
        try {
            return Money.of(minor, currency);
        } catch (IllegalArgumentException e) {
            throw fields.invalid("currency", "must be an ISO 4217 code in capitals, such as CNY, not " + currency);
        }
    }

    private static String method(JsonFields fields) {
        String method = fields.text("method", 1, 40);
        if (!METHOD.matcher(method).matches()) {
            throw fields.invalid("method", "must be a method's name, such as wechat_native");
        }
        return method;
    }

    private static CaptureMethod captureMethod(JsonFields fields) {
        String wanted = fields.optionalText("capture_method", 1, 40).orElse(CaptureMethod.AUTOMATIC.wireName());
        for (CaptureMethod known : CaptureMethod.values()) {
            if (known.wireName().equals(wanted)) {
                return known;
            }
        }
        throw fields.invalid("capture_method", "must be automatic or manual");
    }

    private static Optional<String> ip(JsonFields payer) {
        Optional<String> ip = payer.optionalText("ip", 2, 45);
        if (ip.isPresent() && !IP.matcher(ip.get()).matches()) {
            throw payer.invalid("ip", "must be an IPv4 or IPv6 address");
        }
        return ip;
    }

    private static Duration expiry(JsonFields fields) {
        var seconds = fields.optionalInt("expires_in", MIN_EXPIRY_SECONDS, MAX_EXPIRY_SECONDS);
        return seconds.isPresent() ? Duration.ofSeconds(seconds.getAsInt()) : DEFAULT_EXPIRY;
    }
}
