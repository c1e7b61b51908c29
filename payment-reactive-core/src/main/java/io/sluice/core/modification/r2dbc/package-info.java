/** Captures, voids and refunds in PostgreSQL: one table, one write. */
@NullMarked
package io.sluice.core.modification.r2dbc;

import org.jspecify.annotations.NullMarked;
