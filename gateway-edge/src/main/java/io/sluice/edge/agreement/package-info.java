/** Payers' agreements to be charged again. */
@NullMarked
package io.sluice.edge.agreement;

import org.jspecify.annotations.NullMarked;
