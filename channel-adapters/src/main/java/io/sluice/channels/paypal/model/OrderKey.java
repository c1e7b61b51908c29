package io.sluice.channels.paypal.model;

import io.sluice.core.money.Money;

/** One order of one merchant, by our number, and what it must be over. */
public record OrderKey(String merchantId, String number, Money amount) {}
