/** Secrets at rest. */
@NullMarked
package io.sluice.core.secret;

import org.jspecify.annotations.NullMarked;
