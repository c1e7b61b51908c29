/** The commands of {@code ./sluice}. */
@NullMarked
package io.sluice.sandbox.cli;

import org.jspecify.annotations.NullMarked;
