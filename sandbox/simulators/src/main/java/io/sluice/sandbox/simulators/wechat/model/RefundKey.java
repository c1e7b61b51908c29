package io.sluice.sandbox.simulators.wechat.model;

/** A refund's identity, which makes its request idempotent. */
public record RefundKey(String mchid, String outRefundNo) {}
