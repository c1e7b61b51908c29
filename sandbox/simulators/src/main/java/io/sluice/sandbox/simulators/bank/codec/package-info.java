/** The host's frames: its table of fields, and the MAC over them. */
@NullMarked
package io.sluice.sandbox.simulators.bank.codec;

import org.jspecify.annotations.NullMarked;
