@NullMarked
package io.sluice.ledger.posting.model;

import org.jspecify.annotations.NullMarked;
