/**
 * UnionPay's online gateway (ACP 5.1.0): the payer's browser brings the order as a signed form, and what became of it comes as a back notice
 * or an answer to a query. {@code docs/adr/020}.
 */
@NullMarked
package io.sluice.channels.unionpay;

import org.jspecify.annotations.NullMarked;
