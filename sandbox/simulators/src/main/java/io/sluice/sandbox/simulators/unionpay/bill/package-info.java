/** The file of a clearing day in UnionPay's own form. */
@NullMarked
package io.sluice.sandbox.simulators.unionpay.bill;

import org.jspecify.annotations.NullMarked;
