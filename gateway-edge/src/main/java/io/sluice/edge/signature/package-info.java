/**
 * Who sent a request, and that nobody changed it: HTTP message signatures (RFC 9421) over digests (RFC 9530). What is
 * required and what it means stands in {@code model}, keys and their cryptography in {@code key}.
 */
@NullMarked
package io.sluice.edge.signature;

import org.jspecify.annotations.NullMarked;
