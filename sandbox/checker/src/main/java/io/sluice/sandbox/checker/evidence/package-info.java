/** What others wrote down, read as it stands. */
@NullMarked
package io.sluice.sandbox.checker.evidence;

import org.jspecify.annotations.NullMarked;
