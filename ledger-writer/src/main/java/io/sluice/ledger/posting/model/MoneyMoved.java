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
 * @param conflict what the event ends, or renews, of a conflict
 * @param atOnce whether the payment was collected at once, and not by captures
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
        Conflict conflict,
        boolean atOnce) {

    /** What becomes of money that came twice or too late. */
    public enum Conflict {
        /** The event is about no such money, or about its coming. */
        NONE,
        /** A refund of it. */
        GIVEN_BACK,
        /** It never came, people found. */
        WITHDRAWN
    }

    /** What ends no conflict, of a payment that was collected by captures or where that does not matter. */
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
        this(event, type, merchant, payment, at, amount, fee, channel, channelAccount, Conflict.NONE, false);
    }

    /** The same, of a payment that was collected at once. */
    public MoneyMoved collectedAtOnce() {
        return new MoneyMoved(event, type, merchant, payment, at, amount, fee, channel, channelAccount, conflict, true);
    }

    /** Whether it is a refund of what came twice or too late. */
    public boolean givesBack() {
        return conflict == Conflict.GIVEN_BACK;
    }

    /** Whether money came, as this type of event tells it. */
    boolean comes(EventType how) {
        return type == how && conflict == Conflict.NONE;
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
