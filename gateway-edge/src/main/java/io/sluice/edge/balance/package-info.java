/** What a merchant is due. */
@NullMarked
package io.sluice.edge.balance;

import org.jspecify.annotations.NullMarked;
