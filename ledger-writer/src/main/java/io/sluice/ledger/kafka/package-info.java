/** Whether Kafka can be reached. */
@NullMarked
package io.sluice.ledger.kafka;

import org.jspecify.annotations.NullMarked;
