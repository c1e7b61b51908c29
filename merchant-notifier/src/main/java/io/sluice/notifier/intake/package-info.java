/** From the event log into the queue. */
@NullMarked
package io.sluice.notifier.intake;

import org.jspecify.annotations.NullMarked;
