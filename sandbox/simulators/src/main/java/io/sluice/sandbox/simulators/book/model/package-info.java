/** The lines of a channel's book. Pure values. */
@NullMarked
package io.sluice.sandbox.simulators.book.model;

import org.jspecify.annotations.NullMarked;
