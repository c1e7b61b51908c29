/** The bill of a day: what the book says in Alipay's own form, with differences on demand. */
@NullMarked
package io.sluice.sandbox.simulators.alipay.bill;

import org.jspecify.annotations.NullMarked;
