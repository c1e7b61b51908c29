/** Who signed a request (RFC 9421, RSA-2048 with SHA-256). */
@NullMarked
package io.sluice.compare.baseline.signature;

import org.jspecify.annotations.NullMarked;
