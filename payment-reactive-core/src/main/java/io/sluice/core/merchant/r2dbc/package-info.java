/** Merchants' configuration in PostgreSQL. */
@NullMarked
package io.sluice.core.merchant.r2dbc;

import org.jspecify.annotations.NullMarked;
