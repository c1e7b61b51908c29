package io.sluice.sandbox.simulators.wechat.model;

/** The trade states that this simulator's orders can have; the names are WeChat Pay's. */
public enum TradeState {
    NOTPAY("the order is not paid yet"),
    PAYERROR("the payer's bank refused; the payer may try again"),
    SUCCESS("paid"),
    REFUND("paid, and refunded in part or in full"),
    CLOSED("closed");

    private final String description;

    TradeState(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }

    boolean payable() {
        return this == NOTPAY || this == PAYERROR;
    }

    boolean charged() {
        return this == SUCCESS || this == REFUND;
    }
}
