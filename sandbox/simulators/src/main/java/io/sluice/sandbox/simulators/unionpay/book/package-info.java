/** What the simulator remembers, and its journal. */
@NullMarked
package io.sluice.sandbox.simulators.unionpay.book;

import org.jspecify.annotations.NullMarked;
