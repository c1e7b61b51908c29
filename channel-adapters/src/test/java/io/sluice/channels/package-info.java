/** Rules that hold for every adapter. */
@NullMarked
package io.sluice.channels;

import org.jspecify.annotations.NullMarked;
