/** Following payments: events over SSE and in pages, tickets for browsers, deliveries. */
@NullMarked
package io.sluice.edge.event;

import org.jspecify.annotations.NullMarked;
