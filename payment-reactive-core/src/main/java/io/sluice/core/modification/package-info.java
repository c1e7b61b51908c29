/** The life of a capture, a void or a refund: its pipeline, its decisions and its ports. */
@NullMarked
package io.sluice.core.modification;

import org.jspecify.annotations.NullMarked;
