/**
 * What the edge does when more is asked of it than it can do: it refuses early, cheaply and fairly, and finishes what it
 * admitted. See docs/adr/029-admission.md.
 */
@NullMarked
package io.sluice.edge.overload;

import org.jspecify.annotations.NullMarked;
