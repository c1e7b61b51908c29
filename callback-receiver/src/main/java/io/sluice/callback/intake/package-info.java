/** From a callback as it came in to an answer that the channel may rely on. */
@NullMarked
package io.sluice.callback.intake;

import org.jspecify.annotations.NullMarked;
