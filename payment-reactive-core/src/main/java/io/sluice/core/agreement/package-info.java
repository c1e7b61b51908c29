/** Payers' agreements to be charged again: signed, confirmed with a code, inquired, revoked. */
@NullMarked
package io.sluice.core.agreement;

import org.jspecify.annotations.NullMarked;
