package io.sluice.core.channel;

import io.sluice.core.money.Money;

/** An order that may or may not have reached a channel, and what it must be about if it did. */
public record OrderReference(String number, Money amount) {}
