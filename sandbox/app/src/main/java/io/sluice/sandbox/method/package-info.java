/** The methods with which the sandbox can pay, and what their channels can be asked to play. */
@NullMarked
package io.sluice.sandbox.method;

import org.jspecify.annotations.NullMarked;
