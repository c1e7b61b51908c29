/** The pure rules of the simulated Alipay: trades, refunds, their outcomes and the channel's words for no. */
@NullMarked
package io.sluice.sandbox.simulators.alipay.model;

import org.jspecify.annotations.NullMarked;
