/** The product's own classes put together as its apps do, over simulated ports. */
@NullMarked
package io.sluice.sandbox.simulation.gateway;

import org.jspecify.annotations.NullMarked;
