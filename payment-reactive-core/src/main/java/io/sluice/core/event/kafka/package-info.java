/** The event log's way through Kafka. */
@NullMarked
package io.sluice.core.event.kafka;

import org.jspecify.annotations.NullMarked;
