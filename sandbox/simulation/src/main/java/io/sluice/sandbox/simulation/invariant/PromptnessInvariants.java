package io.sluice.sandbox.simulation.invariant;

import java.util.List;

/** Where nothing is wrong, nobody waits. */
final class PromptnessInvariants {

    private PromptnessInvariants() {}

    static List<Invariant> all() {
        return List.of(
                new Invariant("nothing waits with nothing in its way", run -> run.world().waitedInVain().stream()),
                new Invariant(
                        "when nothing is wrong, merchants are answered at once",
                        run -> run.shop().answeredLate().stream()),
                new Invariant(
                        "when nothing is wrong, webhooks are sent at once",
                        run -> run.world().queue.sentLate().stream()));
    }
}
