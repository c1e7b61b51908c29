package io.sluice.core.channel;

import io.sluice.core.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is asked to collect.
 *
 * @param number the attempt's channel-idempotent number, durable before this order exists
 * @param payer the payer as the channel knows them, where the method needs it (WeChat JSAPI: the openid)
 * @param card to be charged, where the method needs one
 * @param agreement to charge the payer by, where the method needs one
 */
public record PayOrder(
        String number,
        Money amount,
        String method,
        String description,
        @Nullable String payer,
        @Nullable String payerIp,
        Instant expiresAt,
        @Nullable Card card,
        @Nullable AgreementReference agreement) {

    /** Without an agreement. */
    public PayOrder(
            String number,
            Money amount,
            String method,
            String description,
            @Nullable String payer,
            @Nullable String payerIp,
            Instant expiresAt,
            @Nullable Card card) {
        this(number, amount, method, description, payer, payerIp, expiresAt, card, null);
    }

    /** Without a card and without an agreement. */
    public PayOrder(
            String number,
            Money amount,
            String method,
            String description,
            @Nullable String payer,
            @Nullable String payerIp,
            Instant expiresAt) {
        this(number, amount, method, description, payer, payerIp, expiresAt, null, null);
    }

    public PayOrder by(AgreementReference found) {
        return new PayOrder(number, amount, method, description, payer, payerIp, expiresAt, card, found);
    }
}
