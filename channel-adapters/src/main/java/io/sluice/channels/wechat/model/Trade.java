package io.sluice.channels.wechat.model;

import org.jspecify.annotations.Nullable;

/**
 * What the channel says about an order, in a query's answer or in a callback; texts that it left out are empty.
 *
 * @param totalFen what the order is over, null when the channel did not say
 */
public record Trade(
        String appId,
        String merchantId,
        String number,
        String state,
        String transactionId,
        @Nullable Long totalFen,
        String currency) {

    /** Whether it is about this order of this merchant. */
    boolean isAbout(OrderKey order) {
        return merchantId.equals(order.merchantId()) && appId.equals(order.appId()) && number.equals(order.number());
    }
}
