/** The merchants' keys: making, keeping, checking and encrypting with them. */
@NullMarked
package io.sluice.sandbox.simulators.wechat.keys;

import org.jspecify.annotations.NullMarked;
