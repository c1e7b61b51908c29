/** Agreements as JSON. */
@NullMarked
package io.sluice.core.agreement.json;

import org.jspecify.annotations.NullMarked;
