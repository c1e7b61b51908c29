/**
 * A simulator of PayPal's Orders v2 and Payments v2: it checks tokens, remembers request ids, keeps orders and a book of
 * its own, approves by schedule or by hand, and calls back with signed webhooks. It shares no code with the gateway, so
 * that it can judge it.
 */
@NullMarked
package io.sluice.sandbox.simulators.paypal;

import org.jspecify.annotations.NullMarked;
