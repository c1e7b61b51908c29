/** Reads what the rules need out of an event's JSON body. */
@NullMarked
package io.sluice.ledger.posting.json;

import org.jspecify.annotations.NullMarked;
