/** Who calls, what is signed and how it is sent: the one place for both. */
@NullMarked
package io.sluice.perf.call;

import org.jspecify.annotations.NullMarked;
