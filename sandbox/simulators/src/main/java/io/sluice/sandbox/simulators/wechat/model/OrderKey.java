package io.sluice.sandbox.simulators.wechat.model;

/** An order's identity: merchants choose their numbers independently of one another. */
public record OrderKey(String mchid, String outTradeNo) {}
