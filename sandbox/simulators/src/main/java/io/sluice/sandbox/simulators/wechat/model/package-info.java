/** The pure rules of the simulated channel: orders, refunds, the book and what a payer may do. */
@NullMarked
package io.sluice.sandbox.simulators.wechat.model;

import org.jspecify.annotations.NullMarked;
