/** What the channel does when it is asked: trades and refunds, written down before they are answered. */
@NullMarked
package io.sluice.sandbox.simulators.alipay.trade;

import org.jspecify.annotations.NullMarked;
