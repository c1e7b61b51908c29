/** Webhook endpoints in PostgreSQL. */
@NullMarked
package io.sluice.core.webhook.r2dbc;

import org.jspecify.annotations.NullMarked;
