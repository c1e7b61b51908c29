/** Sealed cards in PostgreSQL. */
@NullMarked
package io.sluice.core.card.r2dbc;

import org.jspecify.annotations.NullMarked;
