/** The life of a payment: its pipeline, its commands and its ports. */
@NullMarked
package io.sluice.core.payment;

import org.jspecify.annotations.NullMarked;
