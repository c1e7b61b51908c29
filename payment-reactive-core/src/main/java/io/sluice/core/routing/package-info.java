/** Which channel account takes a payment. */
@NullMarked
package io.sluice.core.routing;

import org.jspecify.annotations.NullMarked;
