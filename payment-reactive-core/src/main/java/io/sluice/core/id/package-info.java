/** Prefixed, time-ordered identifiers. */
@NullMarked
package io.sluice.core.id;

import org.jspecify.annotations.NullMarked;
