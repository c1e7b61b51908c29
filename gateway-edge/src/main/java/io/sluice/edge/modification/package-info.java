/** The API of captures, voids and refunds. */
@NullMarked
package io.sluice.edge.modification;

import org.jspecify.annotations.NullMarked;
