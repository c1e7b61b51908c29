/** Reads what the gateway, the channel and the merchant wrote down, and compares. */
@NullMarked
package io.sluice.sandbox.books;

import org.jspecify.annotations.NullMarked;
