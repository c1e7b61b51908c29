/** The event log in PostgreSQL. */
@NullMarked
package io.sluice.core.event.r2dbc;

import org.jspecify.annotations.NullMarked;
