/** What wraps the journal: metrics, traces and log lines. */
@NullMarked
package io.sluice.ledger.posting.observed;

import org.jspecify.annotations.NullMarked;
