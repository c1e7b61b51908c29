/** Queued deliveries and the dispatcher that sends them, fairly, endpoint by endpoint. */
@NullMarked
package io.sluice.notifier.delivery;

import org.jspecify.annotations.NullMarked;
