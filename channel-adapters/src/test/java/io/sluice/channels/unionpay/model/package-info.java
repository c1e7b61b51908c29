/** What UnionPay's words mean. */
@NullMarked
package io.sluice.channels.unionpay.model;

import org.jspecify.annotations.NullMarked;
