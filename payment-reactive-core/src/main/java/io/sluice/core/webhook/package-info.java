/** Where merchants want to be told. */
@NullMarked
package io.sluice.core.webhook;

import org.jspecify.annotations.NullMarked;
