/**
 * Gathered writes: commands that arrive while a statement runs share the next one. Fast because a batch costs one round
 * trip and one commit; safe because every command gets its own answer, and a lost connection is asked about, never
 * guessed at.
 */
@NullMarked
package io.sluice.core.gather;

import org.jspecify.annotations.NullMarked;
