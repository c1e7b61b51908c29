/** The life of a refund: its pipeline, its decisions and its ports. */
@NullMarked
package io.sluice.core.refund;

import org.jspecify.annotations.NullMarked;
