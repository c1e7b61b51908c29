/** Event loops, and which of them a request belongs to. */
@NullMarked
package io.sluice.core.loop;

import org.jspecify.annotations.NullMarked;
