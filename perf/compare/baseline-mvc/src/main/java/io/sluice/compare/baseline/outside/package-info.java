/** Redis, Kafka and the channel. */
@NullMarked
package io.sluice.compare.baseline.outside;

import org.jspecify.annotations.NullMarked;
