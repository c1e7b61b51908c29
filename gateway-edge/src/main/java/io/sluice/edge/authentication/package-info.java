/** Who is asking: signatures, replays, rates and event tickets. */
@NullMarked
package io.sluice.edge.authentication;

import org.jspecify.annotations.NullMarked;
