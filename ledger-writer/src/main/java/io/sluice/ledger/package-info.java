/** The ledger writer: payment events in, double-entry books out. */
@NullMarked
package io.sluice.ledger;

import org.jspecify.annotations.NullMarked;
