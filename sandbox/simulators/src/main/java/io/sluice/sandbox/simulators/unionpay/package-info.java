/**
 * A simulator of UnionPay's online gateway (ACP 5.1.0): it takes orders from payers' browsers and everything else from merchants, checks
 * signatures, keeps a book of its own, lets payers pay by schedule or by hand, and sends notices until they are accepted. It shares no code
 * with the gateway, so that it can judge it.
 */
@NullMarked
package io.sluice.sandbox.simulators.unionpay;

import org.jspecify.annotations.NullMarked;
