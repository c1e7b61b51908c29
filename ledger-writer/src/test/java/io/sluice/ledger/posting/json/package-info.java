@NullMarked
package io.sluice.ledger.posting.json;

import org.jspecify.annotations.NullMarked;
