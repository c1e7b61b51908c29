/** A channel's own book, as the checker and people read it. */
@NullMarked
package io.sluice.sandbox.simulators.book;

import org.jspecify.annotations.NullMarked;
