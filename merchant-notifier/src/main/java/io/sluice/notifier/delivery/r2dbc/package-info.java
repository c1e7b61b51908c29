/** The queue in PostgreSQL. */
@NullMarked
package io.sluice.notifier.delivery.r2dbc;

import org.jspecify.annotations.NullMarked;
