/** A small channel from its signature to its contract, for {@code docs/adding-a-channel.md}. */
@NullMarked
package io.sluice.channels.walk;

import org.jspecify.annotations.NullMarked;
