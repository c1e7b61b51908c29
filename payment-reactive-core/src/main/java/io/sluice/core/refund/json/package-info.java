/** Refunds and their events as JSON: the one form that the API, the event log, webhooks and streams share. */
@NullMarked
package io.sluice.core.refund.json;

import org.jspecify.annotations.NullMarked;
