/** Rounds, medians, spreads and ratios; pure. */
@NullMarked
package io.sluice.compare.report.model;

import org.jspecify.annotations.NullMarked;
