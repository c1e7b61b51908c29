/** Payouts in PostgreSQL, which decides whether the money is there. */
@NullMarked
package io.sluice.core.payout.r2dbc;

import org.jspecify.annotations.NullMarked;
