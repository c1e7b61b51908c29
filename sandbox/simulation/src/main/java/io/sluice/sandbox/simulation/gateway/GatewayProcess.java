package io.sluice.sandbox.simulation.gateway;

import io.sluice.sandbox.simulation.time.Chance;
import io.sluice.sandbox.simulation.time.Machine;
import io.sluice.sandbox.simulation.world.World;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One process of the gateway. It dies at any place where it waits, with all that it has in memory, and is started again. */
final class GatewayProcess<T> {

    private static final List<Integer> DEATHS = List.of(0, 0, 1, 2, 5);
    private static final List<Integer> LONGEST_LIFE = List.of(5, 50, 400);

    /** What is in the memory of a process that has just started. */
    interface Start<T> {

        T on(Machine machine);
    }

    private final World world;
    private final Chance chance;
    private final String name;
    private final Start<T> start;
    private Machine machine;
    private @Nullable T running;
    private int deathsLeft;
    private int lifeLeft;
    private int starts;

    GatewayProcess(World world, Chance chance, String name, Start<T> start) {
        this.world = world;
        this.chance = chance;
        this.name = name;
        this.start = start;
        this.machine = new Machine(name, Duration.ZERO);
        this.deathsLeft = chance.pick(DEATHS);
        machine.die();
    }

    Machine machine() {
        return machine;
    }

    /** Null while it is dead. */
    @Nullable T running() {
        return machine.isAlive() ? running : null;
    }

    void start() {
        starts++;
        Duration skew = chance.between(Duration.ofSeconds(-2), Duration.ofSeconds(2));
        machine = new Machine(starts == 1 ? name : name + "#" + starts, skew);
        lifeLeft = deathsLeft > 0 ? chance.between(1, chance.pick(LONGEST_LIFE)) : Integer.MAX_VALUE;
        world.time.as(machine, () -> running = start.on(machine));
    }

    /** A place where a machine waits for the world. */
    void reached(Machine awaiting) {
        if (awaiting == machine && machine.isAlive() && --lifeLeft <= 0 && isTroubled()) {
            die();
        }
    }

    private boolean isTroubled() {
        return deathsLeft > 0 && world.time.elapsed().compareTo(World.HEALED) < 0;
    }

    private void die() {
        deathsLeft--;
        world.trace.step("%s dies", machine);
        machine.die();
        Duration away = chance.between(Duration.ofMillis(100), Duration.ofSeconds(chance.of(0.2) ? 120 : 5));
        world.time.later(world.time.world(), away, this::restart);
    }

    private void restart() {
        world.time.stir();
        world.trace.step("%s starts again", name);
        start();
    }
}
