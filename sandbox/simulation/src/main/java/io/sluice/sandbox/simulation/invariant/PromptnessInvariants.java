package io.sluice.sandbox.simulation.invariant;

import java.util.List;
import java.util.stream.Stream;

/** Where nothing is wrong, nobody waits. */
final class PromptnessInvariants {

    private PromptnessInvariants() {}

    static List<Invariant> all() {
        return List.of(
                new Invariant(
                        "nobody is busy for ever",
                        run -> run.world().time.isRunningAway()
                                ? Stream.of(run.world().time.tasks() + " tasks have run")
                                : Stream.empty()),
                new Invariant("nothing waits with nothing in its way", run -> run.world().waitedInVain().stream()),
                new Invariant(
                        "when nothing is wrong, merchants are answered at once",
                        run -> run.shop().answeredLate().stream()),
                new Invariant(
                        "when nothing is wrong, webhooks are sent at once",
                        run -> run.world().queue.sentLate().stream()));
    }
}
