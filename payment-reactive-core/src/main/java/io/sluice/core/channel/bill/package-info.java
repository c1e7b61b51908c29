/** Channels' bills: what each says of a day, in one shape. */
@NullMarked
package io.sluice.core.channel.bill;

import org.jspecify.annotations.NullMarked;
