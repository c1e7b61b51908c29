/** Agreements from request to end, without a database. */
@NullMarked
package io.sluice.core.agreement;

import org.jspecify.annotations.NullMarked;
