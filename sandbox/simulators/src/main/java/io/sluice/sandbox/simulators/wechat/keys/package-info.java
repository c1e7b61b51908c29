/** The channel's and its merchants' keys: making, keeping, signing, checking and encrypting with them. */
@NullMarked
package io.sluice.sandbox.simulators.wechat.keys;

import org.jspecify.annotations.NullMarked;
