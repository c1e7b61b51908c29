/** Routing's records and configurations in PostgreSQL. */
@NullMarked
package io.sluice.core.routing.r2dbc;

import org.jspecify.annotations.NullMarked;
