/** UnionPay's adapter against its simulator. */
@NullMarked
package io.sluice.channels.unionpay;

import org.jspecify.annotations.NullMarked;
