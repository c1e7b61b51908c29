package io.sluice.channels.contract;

import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import org.jspecify.annotations.Nullable;

/** An order as the gateway remembers it after its channel has answered, or has not. */
public record Placed(PayOrder order, @Nullable String reference) {

    public OrderReference asked() {
        return new OrderReference(
                order.number(),
                order.amount(),
                order.method(),
                reference,
                false,
                order.expiresAt(),
                order.card(),
                null);
    }
}
