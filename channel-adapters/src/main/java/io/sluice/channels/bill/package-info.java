/** Channels' bills on the way in: from the bytes of a download to lines, a little at a time and nothing kept. */
@NullMarked
package io.sluice.channels.bill;

import org.jspecify.annotations.NullMarked;
