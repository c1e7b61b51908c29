/** What becomes of agreements. */
@NullMarked
package io.sluice.core.agreement.model;

import org.jspecify.annotations.NullMarked;
