package io.sluice.ledger.posting.model;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import io.sluice.core.money.Money;
import java.time.Instant;

/**
 * What the rules read of an event that moved money: who, how much, and through which channel account.
 *
 * @param amount what the payer paid or got back, positive
 * @param fee what the merchant owes for it, or no longer owes when a capture was voided, of the same currency, between zero
 *     and the amount; of a refund zero
 * @param givesBack of a refund: it gives back what came twice or too late
 */
public record MoneyMoved(
        EventId event,
        EventType type,
        MerchantId merchant,
        PaymentId payment,
        Instant at,
        Money amount,
        Money fee,
        String channel,
        ChannelAccountId channelAccount,
        boolean givesBack) {

    /** What is no refund of a conflict. */
    public MoneyMoved(
            EventId event,
            EventType type,
            MerchantId merchant,
            PaymentId payment,
            Instant at,
            Money amount,
            Money fee,
            String channel,
            ChannelAccountId channelAccount) {
        this(event, type, merchant, payment, at, amount, fee, channel, channelAccount, false);
    }

    /** @throws IllegalArgumentException naming what cannot be booked */
    public MoneyMoved {
        if (!type.movesMoney()) {
            throw new IllegalArgumentException(type + " moves no money and has nothing to book");
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount " + amount + " is not positive");
        }
        if (fee.minor() < 0 || fee.compareTo(amount) > 0) {
            throw new IllegalArgumentException("fee " + fee + " is not between zero and the amount, " + amount);
        }
    }
}
