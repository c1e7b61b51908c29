/** What watchers are told, as it is written to them, and how much of it is kept for them. */
@NullMarked
package io.sluice.edge.event.model;

import org.jspecify.annotations.NullMarked;
