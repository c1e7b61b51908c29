/** Choosing a channel account: pure decisions over what accounts can do. */
@NullMarked
package io.sluice.core.routing.model;

import org.jspecify.annotations.NullMarked;
