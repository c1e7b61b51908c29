/** How an app puts the core together. */
@NullMarked
package io.sluice.core;

import org.jspecify.annotations.NullMarked;
