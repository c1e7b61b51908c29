/**
 * A simulated bank host: ISO 8583 over TCP in the manner of UnionPay's POS terminals, many messages at once on a connection, answers in any
 * order. It checks MACs, wants a sign-on, keeps a book of its own and misbehaves on command.
 */
@NullMarked
package io.sluice.sandbox.simulators.bank;

import org.jspecify.annotations.NullMarked;
