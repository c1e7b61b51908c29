/** What a sample of a stack was spent on: pure rules and sums. */
@NullMarked
package io.sluice.compare.profile.model;

import org.jspecify.annotations.NullMarked;
