/**
 * HTTP structured fields (RFC 9651), as far as signatures and digests need them: a strict parser that reads each
 * character once, refuses what is ambiguous, and serializes back to the one canonical form.
 */
@NullMarked
package io.sluice.edge.signature.model.field;

import org.jspecify.annotations.NullMarked;
