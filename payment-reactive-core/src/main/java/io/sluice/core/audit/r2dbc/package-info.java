/** The audit trail in PostgreSQL. */
@NullMarked
package io.sluice.core.audit.r2dbc;

import org.jspecify.annotations.NullMarked;
