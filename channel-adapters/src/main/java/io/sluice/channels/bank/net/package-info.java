/** Long connections that carry many messages at once. */
@NullMarked
package io.sluice.channels.bank.net;

import org.jspecify.annotations.NullMarked;
