/** Who changed what in the configuration. */
@NullMarked
package io.sluice.core.audit;

import org.jspecify.annotations.NullMarked;
