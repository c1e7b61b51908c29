/** Merchants, their keys, channel accounts and fees, as the gateway reads them. */
@NullMarked
package io.sluice.core.merchant;

import org.jspecify.annotations.NullMarked;
