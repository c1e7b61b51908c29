/**
 * PayPal (Orders v2, Payments v2): orders that the payer approves elsewhere, their completion, captures, voids, refunds and
 * webhooks.
 *
 * <p>PayPal moves no money when the payer approves an order; it waits for the merchant to capture (or authorize) it. So
 * {@link io.sluice.core.channel.Inquires#inquire} completes an order that it finds approved, under a request id that
 * follows from the attempt's number: asked twice, it is done once. An approval's webhook only asks the gateway to inquire
 * at once. A close of an order that was approved completes it too, because a completion may already be under way; one that
 * was not approved is closed by never being completed.
 *
 * <p>PayPal knows orders by its own ids only. An order whose id was never learned was never shown to a payer, so nobody
 * can have approved it: it counts as absent.
 */
@NullMarked
package io.sluice.channels.paypal;

import org.jspecify.annotations.NullMarked;
