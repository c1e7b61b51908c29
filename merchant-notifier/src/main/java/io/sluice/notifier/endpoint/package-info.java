/** Where merchants want to be told, as the notifier knows it. */
@NullMarked
package io.sluice.notifier.endpoint;

import org.jspecify.annotations.NullMarked;
