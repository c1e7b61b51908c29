/** What PayPal's answers and webhooks mean. Pure. */
@NullMarked
package io.sluice.channels.paypal.model;

import org.jspecify.annotations.NullMarked;
