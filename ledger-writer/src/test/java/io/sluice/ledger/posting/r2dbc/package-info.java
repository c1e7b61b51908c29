@NullMarked
package io.sluice.ledger.posting.r2dbc;

import org.jspecify.annotations.NullMarked;
