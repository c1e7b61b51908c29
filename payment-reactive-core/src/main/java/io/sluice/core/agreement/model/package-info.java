/** What becomes of an agreement. Pure. */
@NullMarked
package io.sluice.core.agreement.model;

import org.jspecify.annotations.NullMarked;
