/** Kills, cuts, delays and half-opens under load, each followed by the independent checker: {@code docs/chaos.md}. */
@NullMarked
package io.sluice.sandbox.chaos;

import org.jspecify.annotations.NullMarked;
