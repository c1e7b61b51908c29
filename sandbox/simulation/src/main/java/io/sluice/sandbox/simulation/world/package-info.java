/** What survives the gateway's crashes: store, broker, books, channels, merchants, and the network between all of them. */
@NullMarked
package io.sluice.sandbox.simulation.world;

import org.jspecify.annotations.NullMarked;
