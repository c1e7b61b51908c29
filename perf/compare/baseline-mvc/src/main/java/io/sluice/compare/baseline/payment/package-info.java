/** Payments and what is kept of them. */
@NullMarked
package io.sluice.compare.baseline.payment;

import org.jspecify.annotations.NullMarked;
