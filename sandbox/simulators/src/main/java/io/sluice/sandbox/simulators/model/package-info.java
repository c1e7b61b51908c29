/** What the outcomes of all simulators have in common. */
@NullMarked
package io.sluice.sandbox.simulators.model;

import org.jspecify.annotations.NullMarked;
