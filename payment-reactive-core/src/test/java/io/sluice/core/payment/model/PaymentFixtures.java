package io.sluice.core.payment.model;

import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payments to start from. */
public final class PaymentFixtures {

    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    public static final Route ROUTE = new Route(ChannelAccountId.next(), "wechat", Duration.ofMinutes(1));

    private PaymentFixtures() {}

    public static AcceptPayment command(MerchantId merchant, String key, String body) {
        return new AcceptPayment(
                merchant,
                "order-" + key,
                Money.of(1500, "CNY"),
                "wechat_native",
                CaptureMethod.AUTOMATIC,
                "Tea",
                null,
                "203.0.113.7",
                Map.of("basket", "42"),
                NOW.plus(Duration.ofMinutes(15)),
                new IdempotencyKey("POST /v1/payments", key, sha256(body)));
    }

    public static Transition acceptance(AcceptPayment command) {
        return Payment.accepted(command, PaymentId.next(), AttemptId.next(), ROUTE, Money.of(9, "CNY"), NOW);
    }

    /** A new payment of a new merchant, its attempt about to be sent. */
    public static Payment accepted() {
        return acceptance(command(MerchantId.next(), "k1", "{}")).after();
    }

    /** The payment with its last attempt inquired that often. */
    public static Payment inquired(Payment payment, int inquiries) {
        PaymentAttempt last = payment.lastAttempt();
        PaymentAttempt inquired = new PaymentAttempt(
                last.id(),
                last.account(),
                last.channel(),
                last.state(),
                last.channelReference(),
                last.channelCode(),
                last.code(),
                last.dueAt(),
                inquiries,
                last.createdAt(),
                last.updatedAt(),
                last.overBefore());
        List<PaymentAttempt> attempts = new ArrayList<>(payment.attempts());
        attempts.set(attempts.size() - 1, inquired);
        return payment.with(List.copyOf(attempts));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
