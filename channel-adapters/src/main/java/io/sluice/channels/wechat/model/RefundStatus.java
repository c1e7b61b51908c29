package io.sluice.channels.wechat.model;

import org.jspecify.annotations.Nullable;

/**
 * What the channel says about a refund, in an answer or in a callback; texts that it left out are empty.
 *
 * @param refundFen what the refund is over, null when the channel did not say
 */
public record RefundStatus(
        String number,
        String orderNumber,
        String refundId,
        String status,
        @Nullable Long refundFen,
        String currency) {}
