package io.sluice.sandbox.simulators.wechat.model;

/** The states of a refund; the names are WeChat Pay's. */
public enum RefundState {
    PROCESSING,
    SUCCESS,
    CLOSED,
    ABNORMAL
}
