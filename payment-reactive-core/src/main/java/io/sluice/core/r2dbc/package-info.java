/** What all of the core's statements share. */
@NullMarked
package io.sluice.core.r2dbc;

import org.jspecify.annotations.NullMarked;
