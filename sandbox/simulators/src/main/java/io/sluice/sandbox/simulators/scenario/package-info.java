/** Scenarios: files that say when which channel's weather, behaviour and faults change, and their replay. */
@NullMarked
package io.sluice.sandbox.simulators.scenario;

import org.jspecify.annotations.NullMarked;
