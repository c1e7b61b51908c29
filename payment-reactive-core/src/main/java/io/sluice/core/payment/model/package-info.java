/** What a payment is and how it may change. Pure: no Reactor, Spring, clock or random. */
@NullMarked
package io.sluice.core.payment.model;

import org.jspecify.annotations.NullMarked;
