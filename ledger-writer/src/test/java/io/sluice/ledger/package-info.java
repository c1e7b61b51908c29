@NullMarked
package io.sluice.ledger;

import org.jspecify.annotations.NullMarked;
