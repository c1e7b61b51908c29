/** What the host remembers, and its book as others read it. */
@NullMarked
package io.sluice.sandbox.simulators.bank.book;

import org.jspecify.annotations.NullMarked;
