/** The invariants, one class each. */
@NullMarked
package io.sluice.sandbox.checker.check;

import org.jspecify.annotations.NullMarked;
