/** What operators may see and change, on a port of its own. */
@NullMarked
package io.sluice.edge.management;

import org.jspecify.annotations.NullMarked;
