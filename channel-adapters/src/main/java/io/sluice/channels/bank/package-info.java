/**
 * A bank's host that speaks ISO 8583 over TCP in the manner of UnionPay's POS terminals: cards are charged at once, nobody can ask what became
 * of an order, and what was not answered is taken back. {@code docs/adr/016}.
 */
@NullMarked
package io.sluice.channels.bank;

import org.jspecify.annotations.NullMarked;
