/** The load generator: requests that were signed before the clock starts, sent by bare Netty. */
@NullMarked
package io.sluice.compare.load;

import org.jspecify.annotations.NullMarked;
