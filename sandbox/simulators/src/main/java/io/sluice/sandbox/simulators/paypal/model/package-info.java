/** The pure rules of the simulated channel: orders, authorizations, captures, refunds and the book. */
@NullMarked
package io.sluice.sandbox.simulators.paypal.model;

import org.jspecify.annotations.NullMarked;
