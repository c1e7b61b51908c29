/** UnionPay's simulator by itself. */
@NullMarked
package io.sluice.sandbox.simulators.unionpay;

import org.jspecify.annotations.NullMarked;
