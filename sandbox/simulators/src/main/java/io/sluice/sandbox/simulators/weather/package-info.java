/** The weather that requests, payers and callbacks of a simulator meet with: set by people, drawn by seed. One for all channels. */
@NullMarked
package io.sluice.sandbox.simulators.weather;

import org.jspecify.annotations.NullMarked;
