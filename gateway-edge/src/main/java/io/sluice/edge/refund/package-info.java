/** The refund API. */
@NullMarked
package io.sluice.edge.refund;

import org.jspecify.annotations.NullMarked;
