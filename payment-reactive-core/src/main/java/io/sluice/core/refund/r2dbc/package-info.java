/** Refunds in PostgreSQL. */
@NullMarked
package io.sluice.core.refund.r2dbc;

import org.jspecify.annotations.NullMarked;
