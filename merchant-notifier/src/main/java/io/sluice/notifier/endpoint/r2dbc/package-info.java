/** Endpoints, read from the view that the core publishes. */
@NullMarked
package io.sluice.notifier.endpoint.r2dbc;

import org.jspecify.annotations.NullMarked;
