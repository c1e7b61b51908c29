/** What every adapter owes the core, whatever its channel speaks. */
@NullMarked
package io.sluice.channels.contract;

import org.jspecify.annotations.NullMarked;
