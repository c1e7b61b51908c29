package io.sluice.sandbox.simulators.alipay.model;

/** The states of a trade; all names but the first are Alipay's. */
public enum TradeStatus {
    /** Asked for, and not yet met by a payer: to the interface there is no such trade. */
    PLACED,
    WAIT_BUYER_PAY,
    TRADE_SUCCESS,
    /** Paid so long ago that it cannot be refunded any more. */
    TRADE_FINISHED,
    /** Closed without a payment, or refunded in full. */
    TRADE_CLOSED
}
