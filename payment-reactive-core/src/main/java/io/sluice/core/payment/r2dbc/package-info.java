/** Payments in PostgreSQL. */
@NullMarked
package io.sluice.core.payment.r2dbc;

import org.jspecify.annotations.NullMarked;
