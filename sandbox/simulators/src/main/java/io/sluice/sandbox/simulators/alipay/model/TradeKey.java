package io.sluice.sandbox.simulators.alipay.model;

/** A trade's identity: merchants choose their numbers independently of one another. */
public record TradeKey(String sellerId, String outTradeNo) {}
