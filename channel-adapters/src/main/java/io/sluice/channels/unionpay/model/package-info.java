/** What ACP's messages say and mean. Pure. */
@NullMarked
package io.sluice.channels.unionpay.model;

import org.jspecify.annotations.NullMarked;
