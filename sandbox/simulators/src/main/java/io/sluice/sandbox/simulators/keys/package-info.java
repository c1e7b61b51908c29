/** RSA keys and certificates: making, keeping and signing with them. */
@NullMarked
package io.sluice.sandbox.simulators.keys;

import org.jspecify.annotations.NullMarked;
