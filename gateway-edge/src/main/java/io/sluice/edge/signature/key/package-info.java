/** Keys and what is computed with them: parsed once, checked for strength, safe for any thread. */
@NullMarked
package io.sluice.edge.signature.key;

import org.jspecify.annotations.NullMarked;
