/** Transactions and the rules about them. Pure. */
@NullMarked
package io.sluice.sandbox.simulators.unionpay.model;

import org.jspecify.annotations.NullMarked;
