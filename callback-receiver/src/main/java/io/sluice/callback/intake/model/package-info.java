/** What became of a callback. Pure values. */
@NullMarked
package io.sluice.callback.intake.model;

import org.jspecify.annotations.NullMarked;
