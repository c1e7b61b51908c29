/** How much is admitted, and whose requests are refused first: decisions on numbers that others count. */
@NullMarked
package io.sluice.edge.overload.model;

import org.jspecify.annotations.NullMarked;
