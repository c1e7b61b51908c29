/** What becomes of a terminal's day. Pure decisions. */
@NullMarked
package io.sluice.core.settlement.model;

import org.jspecify.annotations.NullMarked;
