package io.sluice.channels.walk;

import io.sluice.core.money.Money;

/** What the wallet says about an order, in answers and in callbacks. */
record Charge(String id, String number, String state, Money amount, String link) {}
