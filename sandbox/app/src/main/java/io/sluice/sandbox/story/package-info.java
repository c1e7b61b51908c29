/** A payment told as it happens. */
@NullMarked
package io.sluice.sandbox.story;

import org.jspecify.annotations.NullMarked;
