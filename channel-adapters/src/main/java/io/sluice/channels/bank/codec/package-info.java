/** Messages as bytes: the table of fields and the MAC. */
@NullMarked
package io.sluice.channels.bank.codec;

import org.jspecify.annotations.NullMarked;
