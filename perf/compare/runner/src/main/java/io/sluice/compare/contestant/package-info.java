/** Sluice, the baselines and the floor, each in a process of its own on servers of the same kind. */
@NullMarked
package io.sluice.compare.contestant;

import org.jspecify.annotations.NullMarked;
