/** {@code ./sluice overload}: what is left of the gateway when too much is asked of it, scenario by scenario, in one table. */
@NullMarked
package io.sluice.compare.overload;

import org.jspecify.annotations.NullMarked;
