/** Payouts and the bodies of their events as JSON. */
@NullMarked
package io.sluice.core.payout.json;

import org.jspecify.annotations.NullMarked;
