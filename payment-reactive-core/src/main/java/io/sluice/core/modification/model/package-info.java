/** What a capture, a void and a refund are and what may become of them. Pure decisions. */
@NullMarked
package io.sluice.core.modification.model;

import org.jspecify.annotations.NullMarked;
