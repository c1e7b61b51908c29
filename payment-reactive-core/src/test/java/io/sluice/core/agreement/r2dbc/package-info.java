/** Agreements in PostgreSQL. */
@NullMarked
package io.sluice.core.agreement.r2dbc;

import org.jspecify.annotations.NullMarked;
