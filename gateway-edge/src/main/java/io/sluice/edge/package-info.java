/** The gateway's edge: where merchants' requests come in. */
@NullMarked
package io.sluice.edge;

import org.jspecify.annotations.NullMarked;
