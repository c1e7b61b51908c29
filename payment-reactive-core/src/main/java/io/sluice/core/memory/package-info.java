/**
 * The tables in memory, by the rules that the SQL keeps and held to the same contracts: for tests and for the simulation.
 * Nothing outlives its process, so that no app may know this package.
 */
@NullMarked
package io.sluice.core.memory;

import org.jspecify.annotations.NullMarked;
