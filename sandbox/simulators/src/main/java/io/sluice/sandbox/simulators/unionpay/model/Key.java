package io.sluice.sandbox.simulators.unionpay.model;

/** What UnionPay tells transactions apart by. */
public record Key(String merId, String orderId, String txnTime) {}
