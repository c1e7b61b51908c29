package io.sluice.sandbox.simulation;

import io.sluice.sandbox.simulation.gateway.Fleet;
import io.sluice.sandbox.simulation.invariant.Invariant;
import io.sluice.sandbox.simulation.invariant.Run;
import io.sluice.sandbox.simulation.time.Chance;
import io.sluice.sandbox.simulation.time.Repeatably;
import io.sluice.sandbox.simulation.world.Fulfilment;
import io.sluice.sandbox.simulation.world.Operators;
import io.sluice.sandbox.simulation.world.Requests;
import io.sluice.sandbox.simulation.world.Returns;
import io.sluice.sandbox.simulation.world.Shop;
import io.sluice.sandbox.simulation.world.World;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** One seed: an hour of trouble, and days in which everything must come to its end. */
public final class Simulation {

    /** Longer than the longest time between two tries of anything, several times over. */
    private static final Duration LENGTH = Duration.ofDays(5);

    /** When the last outage is over; then everybody has time to find what is left of it. */
    private static final Duration CAUGHT_UP = World.HEALED.plusMinutes(10);

    private final long seed;

    private Simulation(long seed) {
        this.seed = seed;
    }

    /** Runs a seed. The same seed always gives the same verdict, down to the last step of its trace. */
    public static Verdict of(long seed) {
        return new Simulation(seed).run();
    }

    private Verdict run() {
        Chance chance = new Chance(seed);
        World world = new World(chance.split());
        return Repeatably.run(world.time, chance, () -> run(world));
    }

    private Verdict run(World world) {
        Fleet fleet = new Fleet(world);
        Shop shop = new Shop(world.time, world.trace, world.chance().split(), world.merchant, fleet);
        Requests requests = new Requests(world, world.chance().split(), fleet);
        Returns returns = new Returns(world, world.chance().split(), requests);
        Fulfilment fulfilment = new Fulfilment(world, world.chance().split(), requests);
        Operators operators = new Operators(world, world.chance().split(), fleet);
        fleet.start();
        shop.open();
        returns.open();
        fulfilment.open();
        operators.begin();
        world.time.later(world.time.world(), CAUGHT_UP, world.time::trouble);
        world.time.runUntil(LENGTH, world::nextDue);
        return verdict(new Run(world, shop, fleet.courier(), requests, operators));
    }

    private Verdict verdict(Run run) {
        List<String> violations = Invariant.all().stream()
                .flatMap(invariant -> violations(invariant, run))
                .toList();
        return new Verdict(seed, run.world().store.payments().size(), violations, run.world().trace);
    }

    private static Stream<String> violations(Invariant invariant, Run run) {
        return invariant.violations().apply(run).map(violation -> invariant.rule() + ": " + violation);
    }
}
