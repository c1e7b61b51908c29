package io.sluice.core.payout.model;

import io.sluice.core.channel.Beneficiary;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.IdempotencyKey;

/**
 * A wish to pay out, already validated for shape and for what the channel can do.
 *
 * @param merchantPayoutNo the merchant's own number of it
 * @param purpose for the beneficiary's statement
 * @param account that pays
 */
public record RequestPayout(
        MerchantId merchantId,
        String merchantPayoutNo,
        Money amount,
        Beneficiary beneficiary,
        String purpose,
        ChannelAccountId account,
        String channel,
        IdempotencyKey idempotency) {

    /** @throws IllegalArgumentException when there is nothing to pay */
    public RequestPayout {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a payout over " + amount + ": it must be over more than nothing");
        }
    }
}
