package io.sluice.sandbox.simulation.invariant;

import io.sluice.sandbox.simulation.world.Courier;
import io.sluice.sandbox.simulation.world.Operators;
import io.sluice.sandbox.simulation.world.Requests;
import io.sluice.sandbox.simulation.world.Shop;
import io.sluice.sandbox.simulation.world.World;

/** A run that has come to its end, as far as it did. */
public record Run(World world, Shop shop, Courier courier, Requests requests, Operators operators) {}
