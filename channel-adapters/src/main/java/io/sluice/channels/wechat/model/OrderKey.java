package io.sluice.channels.wechat.model;

/** One order of one merchant. */
public record OrderKey(String merchantId, String appId, String number) {}
