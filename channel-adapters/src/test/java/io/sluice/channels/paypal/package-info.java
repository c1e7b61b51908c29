@NullMarked
package io.sluice.channels.paypal;

import org.jspecify.annotations.NullMarked;
