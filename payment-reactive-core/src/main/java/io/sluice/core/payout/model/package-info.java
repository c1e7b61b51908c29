/** What may become of a payout, and when people must agree: pure. */
@NullMarked
package io.sluice.core.payout.model;

import org.jspecify.annotations.NullMarked;
