/** Posting: events are read, the rules decide, the journal records. */
@NullMarked
package io.sluice.ledger.posting;

import org.jspecify.annotations.NullMarked;
