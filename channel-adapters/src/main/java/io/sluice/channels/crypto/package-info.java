/** RSA and the channels' certificates. */
@NullMarked
package io.sluice.channels.crypto;

import org.jspecify.annotations.NullMarked;
