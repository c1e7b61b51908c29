/** The notifies that follow a payment or a refund. */
@NullMarked
package io.sluice.sandbox.simulators.alipay.notify;

import org.jspecify.annotations.NullMarked;
