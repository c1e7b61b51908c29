/** Reads what /proc says; pure. */
@NullMarked
package io.sluice.compare.measure.model;

import org.jspecify.annotations.NullMarked;
