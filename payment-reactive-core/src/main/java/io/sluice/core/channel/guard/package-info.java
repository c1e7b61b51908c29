/** Deadline, breaker, bulkhead and metrics around every channel, so that no step has to mention them. */
@NullMarked
package io.sluice.core.channel.guard;

import org.jspecify.annotations.NullMarked;
