/** What is booked for what: values and rules only, without I/O, clock or chance. */
@NullMarked
package io.sluice.ledger.posting.model;

import org.jspecify.annotations.NullMarked;
