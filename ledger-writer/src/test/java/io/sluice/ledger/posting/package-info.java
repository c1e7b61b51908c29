@NullMarked
package io.sluice.ledger.posting;

import org.jspecify.annotations.NullMarked;
