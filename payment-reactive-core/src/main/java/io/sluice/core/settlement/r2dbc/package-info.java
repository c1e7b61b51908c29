/** Settlements in PostgreSQL. */
@NullMarked
package io.sluice.core.settlement.r2dbc;

import org.jspecify.annotations.NullMarked;
