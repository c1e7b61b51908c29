package io.sluice.core.channel.bill;

import io.sluice.core.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a channel's bill in the shape that all channels' share. Texts that the channel left out are empty.
 *
 * @param number of the line among those of its bill, from 1
 * @param channelNumber the channel's own number of the charge, or of the refund where it gives refunds numbers
 * @param orderNumber our number of the attempt, as the channel was told it
 * @param modificationNumber our number of the capture, void or refund, empty where the line is about the order itself
 * @param amount what came to the merchant: negative for what left him; before fees
 * @param fee what the channel took of it: negative for what it gave back; null where the bill does not say
 * @param settledAt when it was done, by the channel's clock; null where the bill does not say
 * @param status in the channel's own words
 * @param raw the line as the channel wrote it, without its end
 */
public record BillLine(
        long number,
        BillKind kind,
        String channelNumber,
        String orderNumber,
        String modificationNumber,
        Money amount,
        @Nullable Money fee,
        @Nullable Instant settledAt,
        String status,
        String raw) {}
