/** Captures, voids and refunds and their events as JSON: the one form that the API, the event log, webhooks and streams share. */
@NullMarked
package io.sluice.core.modification.json;

import org.jspecify.annotations.NullMarked;
