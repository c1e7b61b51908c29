package io.sluice.core.payment.model;

import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Payments to measure with. */
public final class SamplePayments {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    static final Money FEE = Money.of(9, "CNY");

    private static final int SHA256_BYTES = 32;

    private SamplePayments() {}

    /** The change with which a payment begins. */
    public static PaymentChange created() {
        return Payment.accepted(command(), PaymentId.next(), AttemptId.next(), route(), FEE, NOW)
                .changes()
                .getFirst();
    }

    static AcceptPayment command() {
        return new AcceptPayment(
                MerchantId.next(),
                "order-20260102-000001",
                Money.of(1500, "CNY"),
                "wechat_native",
                CaptureMethod.AUTOMATIC,
                "Tea",
                null,
                "203.0.113.7",
                Map.of("basket", "42"),
                NOW.plus(Duration.ofMinutes(15)),
                new IdempotencyKey("POST /v1/payments", "order-20260102-000001", new byte[SHA256_BYTES]));
    }

    static Route route() {
        return new Route(ChannelAccountId.next(), "wechat", Duration.ofMinutes(1));
    }
}
