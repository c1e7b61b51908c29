/** What a refund is and what may become of it. Pure decisions. */
@NullMarked
package io.sluice.core.refund.model;

import org.jspecify.annotations.NullMarked;
