package io.sluice.core.payment.model;

import io.sluice.core.channel.Card;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.money.Money;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's wish, already validated for shape.
 *
 * @param payer the payer as the channel knows them (WeChat JSAPI: openid)
 * @param metadata the merchant's own, returned as given
 * @param card the payer's, where the method needs it; kept with the attempts, never with the payment
 * @param agreement of the payer to be charged, where the method needs one
 */
public record AcceptPayment(
        MerchantId merchantId,
        String merchantOrderNo,
        Money amount,
        String method,
        CaptureMethod captureMethod,
        String description,
        @Nullable String payer,
        @Nullable String payerIp,
        Map<String, String> metadata,
        Instant expiresAt,
        IdempotencyKey idempotency,
        @Nullable Card card,
        @Nullable AgreementId agreement) {

    /** Without a card and without an agreement. */
    public AcceptPayment(
            MerchantId merchantId,
            String merchantOrderNo,
            Money amount,
            String method,
            CaptureMethod captureMethod,
            String description,
            @Nullable String payer,
            @Nullable String payerIp,
            Map<String, String> metadata,
            Instant expiresAt,
            IdempotencyKey idempotency) {
        this(
                merchantId,
                merchantOrderNo,
                amount,
                method,
                captureMethod,
                description,
                payer,
                payerIp,
                metadata,
                expiresAt,
                idempotency,
                null,
                null);
    }

    /** Known again by {@code fingerprint}. */
    public AcceptPayment fingerprinted(byte[] fingerprint) {
        return new AcceptPayment(
                merchantId,
                merchantOrderNo,
                amount,
                method,
                captureMethod,
                description,
                payer,
                payerIp,
                metadata,
                expiresAt,
                new IdempotencyKey(idempotency.route(), idempotency.key(), fingerprint),
                card,
                agreement);
    }
}
