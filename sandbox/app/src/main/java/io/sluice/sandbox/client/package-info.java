/** Clients of what runs in a sandbox: the merchants' API, the operators' API, the simulator. */
@NullMarked
package io.sluice.sandbox.client;

import org.jspecify.annotations.NullMarked;
