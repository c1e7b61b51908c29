/** The record of callbacks in PostgreSQL. */
@NullMarked
package io.sluice.callback.intake.r2dbc;

import org.jspecify.annotations.NullMarked;
