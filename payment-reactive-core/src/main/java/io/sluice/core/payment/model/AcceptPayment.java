package io.sluice.core.payment.model;

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
        IdempotencyKey idempotency) {}
