/** Choosing the channel account for an attempt. */
@NullMarked
package io.sluice.core.routing;

import org.jspecify.annotations.NullMarked;
